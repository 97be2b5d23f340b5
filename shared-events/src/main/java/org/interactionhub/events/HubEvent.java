package org.interactionhub.events;

/** Everything the hub holds true. One sealed family per thing the business names. */
public sealed interface HubEvent
        permits InteractionEvent, ContactPointEvent, ClientEvent, PortfolioEvent, ImportEvent, ChannelAccountEvent,
        Reported {}
