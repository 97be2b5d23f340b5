package org.interactionhub.readers.matching;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * Two clients who may be the same.
 *
 * @param score  in bits: one more means that so much likeness is half as likely by chance
 * @param pro    what speaks for it, the strongest first
 * @param contra what speaks against it, the strongest first
 */
public record Likeness(double score, @JsonProperty("for") List<Evidence> pro,
        @JsonProperty("against") List<Evidence> contra) {

    public Likeness {
        pro = List.copyOf(pro);
        contra = List.copyOf(contra);
    }

    /** The same, seen from the other one. */
    public Likeness turned() {
        return new Likeness(score, pro.stream().map(Evidence::turned).toList(),
                contra.stream().map(Evidence::turned).toList());
    }

    /** Whether it is worth somebody's look. */
    @JsonIgnore
    public boolean isEnough() {
        return score >= Worth.ENOUGH;
    }
}
