package org.interactionhub.readers.matching;

import java.util.List;

/**
 * Two rows that may be the same person or company.
 *
 * @param row    the earlier one, as {@link ClientList} calls it
 * @param other  the later one, called likewise
 * @param score  in bits: one more means that so much likeness is half as likely by chance
 * @param pro    sentences that speak for it, the strongest first
 * @param contra sentences that speak against it, the strongest first
 */
public record Pair(String row, String other, double score, List<String> pro, List<String> contra) {

    public Pair {
        pro = List.copyOf(pro);
        contra = List.copyOf(contra);
    }
}
