package org.interactionhub.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Everything that can be true about whose a contact point is. The stream is the contact point's id. */
public sealed interface ContactPointEvent extends HubEvent {

    ContactPoint contactPoint();

    /** How it became known that a contact point is a client's. */
    enum Method {
        /** nobody knew it before: it registered its client */
        FIRST_CONTACT,
        /** it came in one report with a contact point of the client's own channel */
        SAME_REPORT,
        /** the sender wrote it down, as in a public form; it never takes over a linked one */
        STATED,
        /** a member of staff said so */
        STAFF,
        /** it stood in an imported list */
        IMPORT;

        @JsonValue
        public String value() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** @throws IllegalArgumentException if {@code value} is no method */
        @JsonCreator
        public static Method of(String value) {
            return valueOf(value.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    /**
     * The contact point is the client's.
     *
     * @param evidence the report that showed it, null if none did
     * @param validFrom in the world's time; null: as far back as anybody knows
     * @param validUntil exclusive; null: for good
     */
    @Named("contact-point-linked/1")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ContactPointLinked(ContactPoint contactPoint, ClientId clientId, Method method, @Nullable ReportId evidence,
            @Nullable Instant validFrom, @Nullable Instant validUntil) implements ContactPointEvent {}

    /** The contact point is not, or no longer, the client's. */
    @Named("contact-point-unlinked/1")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ContactPointUnlinked(ContactPoint contactPoint, ClientId clientId, @Nullable String reason)
            implements
                ContactPointEvent {}

    /**
     * What the contact point says about who uses it, from here on. It decides what follows from reports that come later;
     * what followed from earlier ones stays until somebody says otherwise.
     *
     * @param reason in the words of whoever said it, null if she gave none
     */
    @Named("contact-point-classified/1")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ContactPointClassified(ContactPoint contactPoint, ContactPointClass as, @Nullable String reason)
            implements
                ContactPointEvent {}
}
