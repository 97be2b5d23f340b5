package org.interactionhub.queries.identity;

import java.time.Instant;
import org.interactionhub.events.ContactPoint;
import org.interactionhub.events.ContactPointClass;
import org.interactionhub.events.ContactPointEvent;
import org.interactionhub.events.ReportId;
import org.jspecify.annotations.Nullable;

/**
 * A contact point was said to be somebody's.
 *
 * @param madeFor the client of whom it was said; another one than asked for, if the two are one now
 * @param evidence the report that showed it, null if none did
 * @param by who said it, null if a rule did or she gave no name
 * @param validFrom in the world's time, null: as far back as anybody knows
 * @param validUntil exclusive, null: for good
 * @param since when the hub learned it
 * @param stands false once it is held true no longer
 * @param as what the contact point says now about who uses it
 */
public record Link(ContactPoint.Type type, String value, Named madeFor, ContactPointEvent.Method method,
        @Nullable ReportId evidence, @Nullable String by, @Nullable Instant validFrom, @Nullable Instant validUntil,
        Instant since, long position, boolean stands, ContactPointClass as) {}
