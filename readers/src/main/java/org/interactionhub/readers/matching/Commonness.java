package org.interactionhub.readers.matching;

/**
 * How many clients have something, in three steps: the worth of what two have in common changes when a step is crossed
 * and at no other time, so that a client who comes or goes concerns few others.
 */
public enum Commonness {

    /** So few have it that they may all be one. */
    RARE,

    KNOWN,

    /** Nobody is looked for by it. */
    COMMON;

    private static final int MOST_WHO_MAY_BE_ONE = 5;
    private static final int MOST_WHO_ARE_COMPARED = 40;

    /** Whoever counts holders may stop here: more are no more common. */
    public static final int ENOUGH_TO_COUNT = MOST_WHO_ARE_COMPARED + 1;

    public static Commonness of(int holders) {
        return holders <= MOST_WHO_MAY_BE_ONE ? RARE : holders <= MOST_WHO_ARE_COMPARED ? KNOWN : COMMON;
    }
}
