package org.interactionhub.queries.console.operations;

import java.util.List;

/**
 * A way from one of these pages to another.
 *
 * @param key of its name in the messages
 */
record Tab(String key, String href, boolean current) {

    static List<Tab> of(String page) {
        return List.of(new Tab("operations.overview", "/operations", page.equals("/operations")),
                tab("operations.letters", "/operations/dead-letters", page),
                tab("operations.accounts", "/operations/accounts", page),
                tab("operations.processors", "/operations/processors", page),
                tab("operations.replays", "/operations/replays", page));
    }

    private static Tab tab(String key, String href, String page) {
        return new Tab(key, href, page.startsWith(href));
    }
}
