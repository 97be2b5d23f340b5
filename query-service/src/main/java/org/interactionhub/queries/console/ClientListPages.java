package org.interactionhub.queries.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.interactionhub.queries.clientcard.ClientEntry;
import org.interactionhub.queries.clientcard.ClientQuestion;
import org.interactionhub.queries.clientcard.Clients;
import org.interactionhub.queries.console.clients.ClientListFilter;
import org.interactionhub.queries.console.frame.Addresses;
import org.interactionhub.queries.console.frame.Commands;
import org.interactionhub.queries.console.frame.Visitor;
import org.interactionhub.queries.reading.Page;
import org.interactionhub.queries.reading.Parameters;
import org.interactionhub.queries.segment.SegmentWords;
import org.interactionhub.queries.segment.Segments;

/** Composes the list of clients. */
final class ClientListPages {

    private final Clients clients;
    private final Segments segments;

    ClientListPages(Clients clients, Segments segments) {
        this.clients = clients;
        this.segments = segments;
    }

    /**
     * @param chosen what stands in the address
     * @param origin under which the visitor reached us
     */
    ClientListPage page(Map<String, String> chosen, String origin, Visitor visitor) {
        ClientListFilter filter = ClientListFilter.of(chosen, segments.all());
        ClientQuestion question = filter.question(segments, visitor.times().now(),
                Parameters.words(chosen.get("after")));
        Clients.Hits hits = clients.hits(question);
        Page<ClientEntry> found = hits.page();
        Map<String, String> choices = filter.choices();
        String self = Addresses.with("/", choices);
        choices.put("after", found.next() == null ? "" : found.next());
        SegmentWords words = new SegmentWords(visitor);
        return new ClientListPage(filter,
                segments.all().stream().map(one -> new ClientListPage.Choice(one.name(), words.title(one))).toList(),
                owners(filter), state(filter, question, found),
                visitor.words().count("clients.hits", hits.all()),
                found.items().stream().map(client -> ClientRow.of(client, visitor)).toList(), self,
                found.next() == null ? null : Addresses.with("/", choices), Commands.form(origin, visitor.words()));
    }

    /** Whoever is chosen can be seen to be, also when she looks after nobody any more. */
    private List<String> owners(ClientListFilter filter) {
        List<String> owners = new ArrayList<>(clients.owners());
        String chosen = filter.owner();
        if (!chosen.isEmpty() && !chosen.equals(ClientQuestion.NOBODY) && !owners.contains(chosen)) {
            owners.add(chosen);
        }
        return owners;
    }

    private static ClientListPage.State state(ClientListFilter filter, ClientQuestion question,
            Page<ClientEntry> found) {
        if (!found.items().isEmpty() || question.after() != null) {
            return ClientListPage.State.SOME;
        }
        return filter.any() ? ClientListPage.State.NO_HITS : ClientListPage.State.EMPTY_HUB;
    }
}
