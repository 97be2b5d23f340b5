package org.interactionhub.queries.console;

import java.util.Map;
import org.interactionhub.door.Refusal;
import org.interactionhub.events.ClientId;
import org.interactionhub.queries.clientcard.ClientCard;
import org.interactionhub.queries.clientcard.Clients;
import org.interactionhub.queries.console.frame.Addresses;
import org.interactionhub.queries.console.frame.Point;
import org.interactionhub.queries.console.frame.Visitor;
import org.interactionhub.queries.reading.Page;
import org.interactionhub.queries.timeline.Timeline;
import org.interactionhub.queries.timeline.TimelineItem;
import org.jspecify.annotations.Nullable;

/** Composes the page of a client. */
final class ClientPages {

    private final Clients clients;
    private final Timeline timeline;

    ClientPages(Clients clients, Timeline timeline) {
        this.clients = clients;
        this.timeline = timeline;
    }

    /**
     * @param before the cursor of the page before, null for the newest entries
     * @throws Refusal 404 if there is no such client
     */
    ClientPage page(ClientId id, TimelineFilter filter, @Nullable String before, Visitor visitor) {
        ClientCard card = clients.find(id).orElseThrow(() -> Refusal.notFound("There is no client " + id + "."));
        Page<TimelineItem> entries = timeline.page(filter.question(id, before, visitor.times().zone()));
        String path = Addresses.client(id);
        Map<String, String> choices = filter.choices();
        String self = Addresses.with(path, choices);
        choices.put("before", entries.next() == null ? "" : entries.next());
        return new ClientPage(head(card, visitor), filter, TimelineRows.of(entries.items(), visitor), path, self,
                entries.next() == null ? null : Addresses.with(path, choices), Addresses.stream(id));
    }

    private static ClientPage.ClientHead head(ClientCard card, Visitor visitor) {
        return new ClientPage.ClientHead(card.name(), card.kind().value(),
                card.contactPoints().stream().map(link -> Point.of(link.type(), link.value())).toList(),
                card.owner(), visitor.words().count("clients.entries", card.entries()),
                card.lastContactAt() == null ? null : visitor.times().moment(card.lastContactAt()),
                card.suggestions().stream()
                        .map(other -> new ClientPage.Other(other.name(), Addresses.client(other.id()))).toList());
    }
}
