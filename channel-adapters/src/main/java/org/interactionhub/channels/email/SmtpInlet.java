package org.interactionhub.channels.email;

import java.net.InetAddress;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.interactionhub.channels.inlet.Inlet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.subethamail.smtp.server.SMTPServer;

/**
 * Listens for mail by SMTP. A sink: every recipient is an account of the hub, nothing is relayed and nothing is added to
 * the mail. Meant to stand behind a mail server of one's own, which queues what gets a 4xx.
 */
final class SmtpInlet implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(SmtpInlet.class);
    private static final int MOST_CONNECTIONS = 64;
    private static final int MOST_RECIPIENTS = 100;
    private static final Duration SILENCE = Duration.ofSeconds(60);
    private static final Duration LAST_MAILS = Duration.ofSeconds(10);

    private final Inlet inlet;
    private final InetAddress bind;
    private final int port;
    private final Semaphore idle = new Semaphore(MOST_CONNECTIONS, true);
    private volatile boolean open;
    private @Nullable SMTPServer server;

    /** @param port 0 for any free one */
    SmtpInlet(Inlet inlet, InetAddress bind, int port) {
        this.inlet = inlet;
        this.bind = bind;
        this.port = port;
    }

    @Override
    public void start() {
        SMTPServer starting = SMTPServer.port(port)
                .bindAddress(bind)
                .hostName("interaction-hub")
                .softwareName("Interaction Hub")
                .messageHandlerFactory(_ -> new SmtpTransaction(inlet, this))
                .insertReceivedHeaders(false)
                // a sender that no reader can make sense of is no reason to lose a mail
                .fromAddressValidator(_ -> true)
                .maxConnections(MOST_CONNECTIONS)
                .maxRecipients(MOST_RECIPIENTS)
                .maxMessageSize(Mail.MOST_BYTES)
                .connectionTimeoutMs((int) SILENCE.toMillis())
                .executorService(Executors.newVirtualThreadPerTaskExecutor())
                .build();
        starting.start();
        server = starting;
        open = true;
        LOG.info("Mail is taken by SMTP on {} port {}", bind.getHostAddress(), port());
    }

    /** Begins no new mail, lets those that are on their way in be kept for some seconds, then closes. */
    @Override
    public void stop() {
        open = false;
        SMTPServer running = server;
        if (running == null) {
            return;
        }
        awaitLastMails();
        running.stop();
        server = null;
    }

    private void awaitLastMails() {
        try {
            if (idle.tryAcquire(MOST_CONNECTIONS, LAST_MAILS.toMillis(), TimeUnit.MILLISECONDS)) {
                idle.release(MOST_CONNECTIONS);
            } else {
                LOG.warn("Some mails were still coming in at the end; their senders will send them again");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return server != null;
    }

    /** Together with the web server's graceful end: closes long before reports can no longer leave. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 1024;
    }

    /** The port it listens on; 0 while it does not. */
    int port() {
        SMTPServer running = server;
        return running == null ? 0 : running.getPortAllocated();
    }

    /** Asks whether a mail may begin; if so, {@link #ended()} has to follow, and the door stays open so long. */
    boolean mayBegin() {
        if (!idle.tryAcquire()) {
            return false;
        }
        if (open) {
            return true;
        }
        idle.release();
        return false;
    }

    /** Mails that are being taken right now. */
    int underWay() {
        return MOST_CONNECTIONS - idle.availablePermits();
    }

    void ended() {
        idle.release();
    }
}
