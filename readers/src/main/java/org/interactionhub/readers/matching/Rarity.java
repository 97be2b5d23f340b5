package org.interactionhub.readers.matching;

/**
 * Counts in bits: an equal value that one row in a thousand has is worth ten. A different one takes away what its kind
 * says; what is absent says nothing.
 */
final class Rarity implements Scoring {

    /** A name with its city, a phone with half a name, a tax number though name and city differ. */
    static final double ENOUGH = 14;

    /** The kind's usual bits count like so many rows of the list. */
    private static final double ROWS_OF_EXPERIENCE = 500;

    /** So many rows with the same value may all be one client's, and do not make it common. */
    private static final int COPIES = 5;

    /** However long the list, an equal value is worth no more than this above the usual. */
    private static final double AT_MOST_ABOVE_USUAL = 4;

    private static final double WORTH_OF_NEARLY = 0.8;
    private static final double WORTH_OF_SWAPPED = 1.2;

    @Override
    public double weight(Comparison comparison) {
        return switch (comparison.likeness()) {
            case EQUAL -> bits(comparison);
            case NEARLY -> bits(comparison) * comparison.alike() * WORTH_OF_NEARLY;
            case SWAPPED -> bits(comparison) * WORTH_OF_SWAPPED;
            case DIFFERENT -> -comparison.kind().doubt * (1 - comparison.alike());
        };
    }

    @Override
    public double enough() {
        return ENOUGH;
    }

    /** How rare the value is among the other rows. */
    private static double bits(Comparison comparison) {
        double usual = comparison.kind().usualBits;
        int holders = Math.max(comparison.holders() - COPIES, 0);
        int rows = Math.max(comparison.filled() - COPIES, 0);
        double share = (holders + ROWS_OF_EXPERIENCE * Math.pow(2, -usual)) / (rows + ROWS_OF_EXPERIENCE);
        return Math.min(-Math.log(share) / Math.log(2), usual + AT_MOST_ABOVE_USUAL);
    }
}
