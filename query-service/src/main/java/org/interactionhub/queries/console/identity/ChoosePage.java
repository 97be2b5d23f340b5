package org.interactionhub.queries.console.identity;

import java.util.List;

/**
 * With whom a client is to be compared.
 *
 * @param q by which words the others were sought
 */
record ChoosePage(String name, String client, String path, String q, List<Choice> choices) {

    /** Another client, and where the two stand side by side. */
    record Choice(String name, String kind, String points, String href) {}
}
