package org.interactionhub.queries.portfolio;

import java.time.Instant;
import java.util.Set;
import org.interactionhub.events.ClientEvent;
import org.interactionhub.events.ClientId;
import org.interactionhub.queries.clientcard.ClientQuestion.LastContact;
import org.jspecify.annotations.Nullable;

/**
 * Which clients are to change hands. Those of {@code from} whom everything else chooses; or {@code clients}, whosever they
 * are. What is null chooses nothing out.
 *
 * @param from by name; null: those whom nobody looks after
 * @param to by name; null: nobody is to look after them any more
 * @param since null for now
 * @param until exclusive, null: for good
 * @param clients exactly these
 * @param among nobody but these
 */
public record HandoverQuestion(@Nullable String from, @Nullable String to, @Nullable Instant since,
        @Nullable Instant until, @Nullable Set<ClientId> clients, @Nullable String q,
        ClientEvent.@Nullable Kind kind, @Nullable Set<ClientId> among, @Nullable LastContact last) {}
