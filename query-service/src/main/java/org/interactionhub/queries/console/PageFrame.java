package org.interactionhub.queries.console;

import java.util.List;

/**
 * What stands around every page.
 *
 * @param atClients true if the page is the list of clients
 * @param zone in which times are shown
 */
record PageFrame(List<LanguageChoice> languages, NowStrip now, boolean atClients, String zone) {

    /** A language that the visitor can choose, and where the same page is in it. */
    record LanguageChoice(String code, String shortName, String name, String href, boolean current) {}
}
