package org.interactionhub.commands.intake;

import java.util.UUID;
import org.interactionhub.commands.contactpoint.Outsiders;
import org.interactionhub.commands.deadletter.DeadLetter;
import org.interactionhub.events.EventMetadata;
import org.interactionhub.events.Heard;
import org.interactionhub.events.InteractionReport;
import org.interactionhub.events.Reported;
import org.interactionhub.eventstore.NewEvent;
import org.interactionhub.eventstore.NewOriginal;

/** What a record turned out to be. */
sealed interface Reading {

    /** Under which its repeats are known. */
    UUID id();

    /**
     * A report that can be decided upon, and all of it that does not depend on the log.
     *
     * @param fact what it becomes, unless it is a repeat
     */
    record Report(Reported told, Outsiders outsiders, NewEvent fact) implements Reading {

        /** @throws RuntimeException if the log has no form for it */
        static Report of(InteractionReport report) {
            return of(report, new NewOriginal(report.original()));
        }

        /**
         * @param original that of the report
         * @throws RuntimeException if the log has no form for it
         */
        static Report of(InteractionReport report, NewOriginal original) {
            Reported told = Facts.of(report);
            return new Report(told, Outsiders.of(report),
                    new NewEvent(report.reportId().value(), told, report.occurredAt(),
                            new EventMetadata(null, report.reportId().toString()), original));
        }

        @Override
        public UUID id() {
            return fact.stream();
        }

        Heard heard() {
            return told.heard();
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
