package org.interactionhub.standalone;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Map;
import org.interactionhub.standalone.port.Port;

/**
 * What the environment says about this hub.
 *
 * @param bind the address it listens on, {@code HUB_BIND}
 * @param http {@code HUB_HTTP_PORT}; 0 in the environment means any free one
 * @param smtp {@code HUB_SMTP_PORT}
 * @param data {@code HUB_DATA}
 * @param postgres of the embedded server, {@code HUB_POSTGRES_PORT}; a free one by default
 * @param kafka of the embedded broker, {@code HUB_KAFKA_PORT}; a free one by default
 */
record Settings(String bind, Port http, Port smtp, Path data, Port postgres, Port kafka) {

    /** @throws CannotStart naming the variable that makes no sense */
    static Settings from(Map<String, String> environment) throws IOException {
        return new Settings(environment.getOrDefault("HUB_BIND", "127.0.0.1"),
                port(environment, "HUB_HTTP_PORT", "8080"), port(environment, "HUB_SMTP_PORT", "2525"),
                Path.of(environment.getOrDefault("HUB_DATA", "data")), port(environment, "HUB_POSTGRES_PORT", "0"),
                port(environment, "HUB_KAFKA_PORT", "0"));
    }

    /** The way a person on this machine types it. */
    String address() {
        boolean thisMachine = bind.equals("127.0.0.1") || bind.equals("0.0.0.0");
        return "http://" + (thisMachine ? "localhost" : bind) + ":" + http.number();
    }

    /** @throws CannotStart naming a port that somebody else holds, and who */
    void demandFreePorts() throws IOException {
        InetAddress address = bindAddress();
        InetAddress loopback = InetAddress.getLoopbackAddress();
        demandFree(http, address, "HUB_HTTP_PORT");
        demandFree(smtp, address, "HUB_SMTP_PORT");
        demandFree(postgres, loopback, "HUB_POSTGRES_PORT");
        demandFree(kafka, loopback, "HUB_KAFKA_PORT");
    }

    private InetAddress bindAddress() {
        try {
            return InetAddress.getByName(bind);
        } catch (UnknownHostException e) {
            throw new CannotStart("HUB_BIND is " + bind + ", which is no address of this machine.", e);
        }
    }

    private static void demandFree(Port port, InetAddress address, String variable) throws IOException {
        if (!port.isFree(address)) {
            throw new CannotStart("Port " + port.number() + " is taken by " + port.holder().orElse("another program")
                    + ". Stop it, or set " + variable + " to another port.");
        }
    }

    private static Port port(Map<String, String> environment, String variable, String otherwise) throws IOException {
        String value = environment.getOrDefault(variable, otherwise);
        try {
            Port port = new Port(Integer.parseInt(value));
            return port.number() == 0 ? Port.free() : port;
        } catch (IllegalArgumentException e) {
            throw new CannotStart(variable + " is '" + value + "'; it must be a number from 0 to 65535.", e);
        }
    }
}
