package org.interactionhub.queries.console.frame;

import java.util.Locale;

/** The places that the head of every page leads to. */
public enum Place {

    CLIENTS("/"), ARRIVALS("/arrivals"), SEGMENTS("/segments"), VIEWS("/views"), OPERATIONS("/operations");

    private final String path;

    Place(String path) {
        this.path = path;
    }

    public String path() {
        return path;
    }

    /** What the place is called, as a key of the messages. */
    public String key() {
        return "place." + name().toLowerCase(Locale.ROOT);
    }

    boolean holds(String page) {
        return this == CLIENTS
                ? page.equals(path) || page.startsWith("/clients/") || page.equals("/suggestions")
                        || page.equals("/portfolios")
                        || page.startsWith("/portfolios/")
                        || page.equals("/imports") || page.startsWith("/imports/")
                : page.equals(path) || page.startsWith(path + "/");
    }
}
