package org.interactionhub.benchmarks.peers;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;

/** The least aggregate that takes a fact. */
@SuppressWarnings("NullAway.Init") // Axon sets it by its events
public class Kept {

    @AggregateIdentifier
    private String stream;

    /** For Axon. */
    protected Kept() {}

    /** Begins with the fact. */
    @CommandHandler
    public Kept(Keep command) {
        apply(command.fact());
    }

    @EventSourcingHandler
    void on(PeerEvent fact) {
        stream = fact.stream;
    }

    @Override
    public String toString() {
        return "kept " + stream;
    }
}
