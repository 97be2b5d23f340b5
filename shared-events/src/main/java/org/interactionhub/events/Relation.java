package org.interactionhub.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How one client belongs to another; said from the one who belongs. */
public enum Relation {
    /** works there; her contacts are the organisation's too */
    EMPLOYEE_OF(true),
    /** is one of its places */
    OFFICE_OF(true),
    /** is one of the companies that it consists of by law */
    LEGAL_ENTITY_OF(true),
    /** speaks for it without working there, as a lawyer or an agent does */
    ACTS_FOR(true),
    /** sells to it or for it in her own name: her contacts stay her own */
    RESELLER_OF(false);

    private final boolean within;

    Relation(boolean within) {
        this.within = within;
    }

    /** Whether what passes between us and the one counts as passed between us and the other. */
    public boolean isWithin() {
        return within;
    }

    @JsonValue
    public String value() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException naming the known relations, if {@code value} is none of them */
    @JsonCreator
    public static Relation of(String value) {
        for (Relation relation : values()) {
            if (relation.value().equals(value)) {
                return relation;
            }
        }
        throw new IllegalArgumentException("'" + value + "' is no relation; known are employee-of, office-of, "
                + "legal-entity-of, acts-for and reseller-of");
    }
}
