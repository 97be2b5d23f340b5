package org.interactionhub.queries.console.operations;

import java.util.List;
import org.interactionhub.queries.console.frame.Visitor;
import org.interactionhub.queries.console.palette.Signpost;

/** Names the pages of operations to the palette. */
public final class OperationSigns implements Signpost {

    @Override
    public List<Sign> signs(Visitor visitor) {
        String kind = visitor.words().say("place.operations");
        return Tab.of("").stream().skip(1)
                .map(tab -> new Sign("next", visitor.words().say(tab.key()), kind, tab.href())).toList();
    }
}
