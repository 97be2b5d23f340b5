package org.interactionhub.commands.portfolio;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.interactionhub.events.HandoverId;
import org.jspecify.annotations.Nullable;

/**
 * Everything is as if the clients had never changed hands.
 *
 * @param reason in words, null if nothing was said
 */
record UndoHandover(@TargetAggregateIdentifier HandoverId handoverId, @Nullable String reason) {}
