package org.interactionhub.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a contact point says about who uses it. One of which nobody said anything is personal. */
public enum ContactPointClass {
    /** one person's: what comes from it is from her */
    PERSONAL,
    /** several people's, as a mailbox of a department, the phone of a reception or of a family: it tells the house alone */
    SHARED,
    /** one of our own people's: she is nobody's client there */
    OWN_STAFF,
    /** anybody's, as a withheld number or an address that a form makes up: it tells nobody */
    BLOCKED;

    /** Whether it can be somebody's at all. */
    public boolean isSomebodys() {
        return this == PERSONAL || this == SHARED;
    }

    @JsonValue
    public String value() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException naming the known classes, if {@code value} is none of them */
    @JsonCreator
    public static ContactPointClass of(String value) {
        for (ContactPointClass one : values()) {
            if (one.value().equals(value)) {
                return one;
            }
        }
        throw new IllegalArgumentException(
                "'" + value + "' is no class of contact points; known are personal, shared, own-staff and blocked");
    }
}
