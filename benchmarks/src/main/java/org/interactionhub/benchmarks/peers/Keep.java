package org.interactionhub.benchmarks.peers;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The command to keep a fact as the first one of its stream. */
public record Keep(@TargetAggregateIdentifier String stream, PeerEvent fact) {}
