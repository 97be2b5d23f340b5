package org.interactionhub.queries.console.palette;

import java.util.List;
import org.interactionhub.queries.console.frame.Visitor;

/** Names pages that the palette leads to. A room that has some offers itself as a bean. */
public interface Signpost {

    List<Sign> signs(Visitor visitor);

    /**
     * A page.
     *
     * @param note what kind of page it is
     */
    record Sign(String icon, String words, String note, String address) {}
}
