package org.interactionhub.standalone.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PortTest {

    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    @Test
    void a_port_that_somebody_listens_on_is_taken_and_its_holder_is_named() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, LOOPBACK)) {
            Port port = new Port(server.getLocalPort());
            assertThat(port.isFree(LOOPBACK)).isFalse();
            assertThat(port.holder()).hasValueSatisfying(
                    holder -> assertThat(holder).contains("java", Long.toString(ProcessHandle.current().pid())));
        }
    }

    @Test
    void a_free_port_has_no_holder() throws IOException {
        Port port = Port.free();
        assertThat(port.isFree(LOOPBACK)).isTrue();
        assertThat(port.holder()).isEmpty();
    }
}
