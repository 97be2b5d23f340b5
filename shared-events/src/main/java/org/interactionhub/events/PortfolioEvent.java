package org.interactionhub.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything that can be true about clients who change hands together; it stands in the handover's own stream. */
public sealed interface PortfolioEvent extends HubEvent {

    HandoverId handoverId();

    /**
     * Clients of one of ours are another's from a day on, all by one fact. Without an end it holds as an owner does who is
     * assigned for that day: until the next day that anything said of the client names. With an end the clients fall back
     * at it to whoever would look after them without this handover.
     *
     * @param from whose they were, by name; null if they were nobody's
     * @param to whose they become, by name; null if nobody is to look after them any more
     * @param clients who change hands, each named once
     * @param validFrom in the world's time; may lie before the telling, and ahead of it
     * @param validUntil exclusive, null: for good
     * @param reason in the words of whoever decided it, null if she gave none
     */
    @Named("portfolio-handed-over/1")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PortfolioHandedOver(HandoverId handoverId, @Nullable String from, @Nullable String to,
            List<ClientId> clients, Instant validFrom, @Nullable Instant validUntil, @Nullable String reason)
            implements
                PortfolioEvent {
        public PortfolioHandedOver {
            clients = List.copyOf(new LinkedHashSet<>(clients));
        }
    }

    /**
     * A handover was wrong: from here on everything is as if it had never been told, with whatever was said of its clients
     * meanwhile.
     *
     * @param reason in the words of whoever decided it, null if she gave none
     */
    @Named("handover-undone/1")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record HandoverUndone(HandoverId handoverId, @Nullable String reason) implements PortfolioEvent {}
}
