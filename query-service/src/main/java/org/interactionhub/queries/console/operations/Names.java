package org.interactionhub.queries.console.operations;

import java.util.Map;
import java.util.Objects;
import org.interactionhub.queries.console.frame.Wording;
import org.interactionhub.queries.view.Said;

/**
 * What a visitor calls what follows the log and can be rebuilt: views by their titles, the rest by our messages.
 *
 * @param views their titles, by the names of their files
 */
record Names(Map<String, Said> views, Wording words) {

    /** @param group of the keys of our messages */
    String title(String group, String name) {
        Said title = views.get(name);
        return title == null ? words.sayOr(group + name, name) : title.in(words.locale());
    }

    /** By what the API and the command line know a view; empty if its title says so already, or if it is no view. */
    String file(String name) {
        Said title = views.get(name);
        return title == null || Objects.equals(title.in(words.locale()), name) ? "" : name;
    }
}
