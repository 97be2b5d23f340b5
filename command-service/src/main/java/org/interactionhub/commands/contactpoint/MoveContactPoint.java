package org.interactionhub.commands.contactpoint;

import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.interactionhub.events.ClientId;
import org.interactionhub.events.ContactPointId;
import org.jspecify.annotations.Nullable;

/**
 * A member of staff says that a contact point, or one period of it, is another client's.
 *
 * @param from in the world's time, null: as far back as anybody knows
 * @param until exclusive, null: for good
 * @param reason in words, null if nothing was said
 */
public record MoveContactPoint(@TargetAggregateIdentifier ContactPointId contactPointId, ClientId to,
        @Nullable Instant from, @Nullable Instant until, @Nullable String reason) {}
