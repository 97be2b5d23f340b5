package org.interactionhub.readers.matching;

/** What a comparison is worth. A scoring that learns its weights from pairs that people have decided goes in here. */
interface Scoring {

    /** Above zero where it speaks for one person, below where against; the weights of a pair are added up. */
    double weight(Comparison comparison);

    /** Pairs with at least so much are suggested. */
    double enough();
}
