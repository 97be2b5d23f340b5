package org.interactionhub.queries.portfolio;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.interactionhub.events.ClientId;
import org.jspecify.annotations.Nullable;

/**
 * A handover with everybody whom it moved.
 *
 * @param items by name
 */
public record WholeHandover(@JsonUnwrapped Handover handover, List<Moved> items) {

    /**
     * A client as she is called and looked after now.
     *
     * @param owner by name; null if nobody looks after her
     */
    public record Moved(ClientId id, String name, @Nullable String owner) {}
}
