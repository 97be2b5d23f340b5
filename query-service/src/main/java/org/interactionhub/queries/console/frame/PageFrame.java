package org.interactionhub.queries.console.frame;

import java.util.List;

/**
 * What stands around every page.
 *
 * @param ways to the places of the console
 * @param zone in which times are shown
 */
public record PageFrame(List<LanguageChoice> languages, NowStrip now, List<Way> ways, String zone) {

    /** A way to a place, and whether the page is there. */
    public record Way(String key, String href, boolean current) {}

    /** A language that the visitor can choose, and where the same page is in it. */
    public record LanguageChoice(String code, String shortName, String name, String href, boolean current) {}
}
