package org.interactionhub.commands;

import java.time.Duration;
import org.interactionhub.eventstore.LogUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives a database that starts at the same moment the time to come up. */
final class DatabaseWait {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseWait.class);

    private DatabaseWait() {}

    /** @throws LogUnavailable if the database does not answer within {@code patience} */
    static void until(Duration patience, Runnable question) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                question.run();
                return;
            } catch (LogUnavailable e) {
                if (System.nanoTime() - deadline > 0) {
                    throw e;
                }
                LOG.atInfo().addKeyValue("reason", e.getMessage()).log("The database does not answer yet.");
                pause(e);
            }
        }
    }

    private static void pause(LogUnavailable failure) {
        try {
            Thread.sleep(Duration.ofMillis(500));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure;
        }
    }
}
