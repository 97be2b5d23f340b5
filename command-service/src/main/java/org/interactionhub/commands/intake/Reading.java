package org.interactionhub.commands.intake;

import java.util.UUID;
import org.interactionhub.commands.deadletter.DeadLetter;
import org.interactionhub.events.InteractionReport;

/** What a record turned out to be. */
sealed interface Reading {

    /** Under which its repeats are known. */
    UUID id();

    /** A report that can be decided upon. */
    record Report(InteractionReport report) implements Reading {
        @Override
        public UUID id() {
            return report.reportId().value();
        }
    }

    /** A record to be set aside. */
    record SetAside(DeadLetter letter) implements Reading {
        @Override
        public UUID id() {
            return letter.id();
        }
    }
}
