package org.interactionhub.queries.console.portfolio;

import java.util.List;
import java.util.stream.Stream;
import org.interactionhub.queries.clientcard.Clients;
import org.interactionhub.queries.console.frame.Addresses;
import org.interactionhub.queries.console.frame.Visitor;
import org.interactionhub.queries.console.palette.Signpost;

/** Names the portfolios to the palette: all of them, and of everybody who looks after clients. */
public final class PortfolioSigns implements Signpost {

    private final Clients clients;

    public PortfolioSigns(Clients clients) {
        this.clients = clients;
    }

    @Override
    public List<Sign> signs(Visitor visitor) {
        String kind = visitor.words().say("portfolios.title");
        Sign all = new Sign("clients", kind, visitor.words().say("place.clients"), "/portfolios");
        return Stream.concat(Stream.of(all), clients.owners().stream()
                .map(owner -> new Sign("clients", owner, kind, Addresses.portfolio(owner)))).toList();
    }
}
