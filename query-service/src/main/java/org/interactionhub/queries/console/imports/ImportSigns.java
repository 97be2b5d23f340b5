package org.interactionhub.queries.console.imports;

import java.util.List;
import org.interactionhub.queries.console.frame.Visitor;
import org.interactionhub.queries.console.palette.Signpost;

/** Names the page of imports to the palette. */
public final class ImportSigns implements Signpost {

    @Override
    public List<Sign> signs(Visitor visitor) {
        return List.of(new Sign("inbox", visitor.words().say("imports.title"), visitor.words().say("place.clients"),
                "/imports"));
    }
}
