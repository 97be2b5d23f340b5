package org.interactionhub.queries.console;

import java.util.List;
import java.util.Objects;
import org.interactionhub.events.ContactPoint;
import org.interactionhub.queries.clientcard.ClientEntry;
import org.interactionhub.queries.console.frame.Addresses;
import org.interactionhub.queries.console.frame.Moment;
import org.interactionhub.queries.console.frame.Point;
import org.interactionhub.queries.console.frame.Visitor;
import org.jspecify.annotations.Nullable;

/**
 * A client in the list.
 *
 * @param version changes when the row looks different
 * @param unshown says how many contact points the row leaves away, null if none
 * @param owner who of us looks after her, null if nobody does
 * @param last her last contact, null if she never had one
 */
record ClientRow(String id, String version, String href, String name, String kind, List<Point> points,
        @Nullable String unshown, @Nullable String owner, @Nullable Moment last, String entries) {

    private static final int SHOWN = 4;

    static ClientRow of(ClientEntry client, Visitor visitor) {
        List<Point> points = client.contactPoints().stream()
                .filter(point -> point.type() != ContactPoint.Type.COOKIE)
                .map(Point::of)
                .toList();
        int unshown = Math.max(0, points.size() - SHOWN);
        Moment last = client.lastContactAt() == null ? null : visitor.times().moment(client.lastContactAt());
        String version = Integer.toHexString(Objects.hash(client, last));
        return new ClientRow(client.id().toString(), version, Addresses.client(client.id()), Point.name(client.name()),
                client.kind().value(), points.stream().limit(SHOWN).toList(),
                unshown == 0 ? null : visitor.words().count("clients.points.more", unshown),
                client.owner(), last,
                visitor.words().count("clients.entries", client.entries()));
    }
}
