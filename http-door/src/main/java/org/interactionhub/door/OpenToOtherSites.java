package org.interactionhub.door;

import java.util.List;

/**
 * Paths whose writes may come from pages of other sites, such as the web forms of our own homepage. Declare a bean of
 * this type beside the controller that needs it; everything else refuses foreign pages.
 *
 * @param patterns in the words of Spring's path patterns, such as {@code /intake/forms/**}
 */
public record OpenToOtherSites(List<String> patterns) {

    public OpenToOtherSites {
        patterns = List.copyOf(patterns);
    }

    public OpenToOtherSites(String... patterns) {
        this(List.of(patterns));
    }
}
