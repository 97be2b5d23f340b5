package org.interactionhub.commands.portfolio;

import java.time.Instant;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.interactionhub.events.ClientId;
import org.interactionhub.events.HandoverId;
import org.jspecify.annotations.Nullable;

/**
 * Clients are another's from a day on.
 *
 * @param from whose they were, by name; null if they were nobody's
 * @param to whose they become, by name; null if nobody is to look after them any more
 * @param clients each is known and counts as herself
 * @param until exclusive, null: for good
 * @param reason in words, null if nothing was said
 * @param now when it is said
 */
record HandOver(@TargetAggregateIdentifier HandoverId handoverId, @Nullable String from, @Nullable String to,
        List<ClientId> clients, Instant since, @Nullable Instant until, @Nullable String reason, Instant now) {}
