package org.interactionhub.commands.staff;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.ResultMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.interactionhub.door.Refusal;
import org.interactionhub.eventstore.axon.Provenance;
import org.interactionhub.eventstore.axon.WrittenPosition;

/** Gives commands of staff to the aggregates. Thread-safe. */
public final class StaffCommands {

    private static final int ATTEMPTS = 5;

    private final CommandGateway gateway;

    public StaffCommands(CommandGateway gateway) {
        this.gateway = gateway;
    }

    /**
     * Returns when everything the command led to is durable. Somebody who was faster on the same thing does not fail
     * it: it is decided again on what is true then.
     *
     * @param actor who gives it, by the name she gave; nothing if she gave none
     * @return the last position written, nothing if there was nothing to be said
     * @throws Refusal in the words of the aggregate
     */
    public OptionalLong send(Object command, Optional<String> actor) {
        MetaData who = actor.map(name -> MetaData.from(Map.of(Provenance.ACTOR, name)))
                .orElse(MetaData.emptyInstance());
        for (int attempt = 1;; attempt++) {
            try {
                return decide(new GenericCommandMessage<>(command, who));
            } catch (ConcurrencyException e) {
                if (attempt == ATTEMPTS) {
                    throw Refusal.conflict("Too many people change this at the same moment. Try again.");
                }
            }
        }
    }

    private OptionalLong decide(CommandMessage<?> message) {
        UnitOfWork<CommandMessage<?>> unit = DefaultUnitOfWork.startAndGet(message);
        ResultMessage<Object> result = unit.executeWithResult(() -> gateway.sendAndWait(message));
        if (result.isExceptional()) {
            throw result.exceptionResult() instanceof RuntimeException failure
                    ? failure
                    : new IllegalStateException(result.exceptionResult());
        }
        return WrittenPosition.of(unit);
    }
}
