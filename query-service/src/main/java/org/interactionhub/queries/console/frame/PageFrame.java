package org.interactionhub.queries.console.frame;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands around every page.
 *
 * @param ways to the places of the console
 * @param zone in which times are shown and typed
 * @param me who the visitor says she is, null if she did not say
 */
public record PageFrame(List<LanguageChoice> languages, NowStrip now, List<Way> ways, Zone zone,
        @Nullable String me) {

    /**
     * A time zone.
     *
     * @param id as browsers know it, if it is no mere offset
     * @param offset right now, such as {@code +03:00}
     */
    public record Zone(String id, String offset, String name) {}

    /** A way to a place, and whether the page is there. */
    public record Way(String key, String href, boolean current) {}

    /** A language that the visitor can choose, and where the same page is in it. */
    public record LanguageChoice(String code, String shortName, String name, String href, boolean current) {}
}
