package org.interactionhub.queries.console.identity;

import java.util.List;
import org.interactionhub.queries.clientcard.ClientCard;
import org.interactionhub.queries.console.frame.Addresses;
import org.interactionhub.queries.console.frame.Moment;
import org.interactionhub.queries.console.frame.Point;
import org.interactionhub.queries.console.frame.Visitor;
import org.jspecify.annotations.Nullable;

/**
 * One of two clients, as a comparison shows her.
 *
 * @param owner who of us looks after her, null if nobody does
 * @param last her last contact, null if she never had one
 * @param since since when we know her
 */
record Side(String id, String href, String name, String kind, @Nullable String owner, List<Held> points,
        String entries, @Nullable Moment last, String since) {

    /** One of her contact points, and by which id it is moved. */
    record Held(String id, Point point) {}

    static Side of(ClientCard card, Visitor visitor) {
        return new Side(card.id().toString(), Addresses.client(card.id()), Point.name(card.name()),
                card.kind().value(), card.owner(),
                card.contactPoints().stream()
                        .map(link -> new Held(link.id().toString(), Point.of(link.type(), link.value()))).toList(),
                visitor.words().count("clients.entries", card.entries()),
                card.lastContactAt() == null ? null : visitor.times().moment(card.lastContactAt()),
                visitor.times().date(card.registeredAt()));
    }
}
