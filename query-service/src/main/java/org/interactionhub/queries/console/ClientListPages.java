package org.interactionhub.queries.console;

import java.util.Map;
import org.interactionhub.queries.clientcard.ClientEntry;
import org.interactionhub.queries.clientcard.Clients;
import org.interactionhub.queries.console.frame.Addresses;
import org.interactionhub.queries.console.frame.Visitor;
import org.interactionhub.queries.console.frame.Wording;
import org.interactionhub.queries.reading.Page;
import org.jspecify.annotations.Nullable;

/** Composes the list of clients. */
final class ClientListPages {

    private static final String SAMPLE = """
            curl %s/intake/forms/website \\
              --data-urlencode 'name=%s' \\
              --data-urlencode 'email=anna@example.com' \\
              --data-urlencode 'phone=+7 495 000-01-23' \\
              --data-urlencode 'message=%s'""";

    private final Clients clients;

    ClientListPages(Clients clients) {
        this.clients = clients;
    }

    /**
     * @param after the cursor of the page before, null for the first
     * @param origin under which the visitor reached us
     */
    ClientListPage page(String query, @Nullable String after, String origin, Visitor visitor) {
        String q = query.strip();
        Page<ClientEntry> found = clients.list(q.isEmpty() ? null : q, Clients.DEFAULT, after);
        Map<String, String> choices = Map.of("q", q);
        return new ClientListPage(q, state(q, after, found),
                found.items().stream().map(client -> ClientRow.of(client, visitor)).toList(),
                Addresses.with("/", choices),
                found.next() == null ? null : Addresses.with("/", Map.of("q", q, "after", found.next())),
                command(origin, visitor.words()));
    }

    private static ClientListPage.State state(String q, @Nullable String after, Page<ClientEntry> found) {
        if (!found.items().isEmpty() || after != null) {
            return ClientListPage.State.SOME;
        }
        return q.isEmpty() ? ClientListPage.State.EMPTY_HUB : ClientListPage.State.NO_HITS;
    }

    private static String command(String origin, Wording words) {
        return SAMPLE.formatted(origin, words.say("empty.sample.name"), words.say("empty.sample.message"));
    }
}
