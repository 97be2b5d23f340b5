package org.interactionhub.queries.console.identity;

import java.util.List;
import org.interactionhub.queries.console.frame.Visitor;
import org.interactionhub.queries.console.palette.Signpost;

/** Names the page of clients who may be one to the palette. */
public final class IdentitySigns implements Signpost {

    @Override
    public List<Sign> signs(Visitor visitor) {
        return List.of(new Sign("same", visitor.words().say("suggestions.title"),
                visitor.words().say("place.clients"), "/suggestions"));
    }
}
