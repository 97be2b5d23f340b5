package org.interactionhub.commands;

import java.util.List;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.interactionhub.commands.account.ChannelAccount;
import org.interactionhub.commands.client.Client;
import org.interactionhub.commands.client.ClientsInLog;
import org.interactionhub.commands.client.Kinship;
import org.interactionhub.commands.client.KnownClients;
import org.interactionhub.commands.client.OtherClients;
import org.interactionhub.commands.client.OtherClientsInLog;
import org.interactionhub.commands.contactpoint.ContactPoints;
import org.interactionhub.commands.contactpoint.ContactPointsInLog;
import org.interactionhub.commands.contactpoint.Ownership;
import org.interactionhub.commands.interaction.Interaction;
import org.interactionhub.commands.interaction.KnownInteractionTable;
import org.interactionhub.commands.interaction.KnownInteractions;
import org.interactionhub.commands.portfolio.Handover;
import org.interactionhub.eventstore.EventStore;
import org.interactionhub.eventstore.axon.HubEventStore;
import org.interactionhub.eventstore.axon.Provenance;

/** What decides on the commands of staff, on the hub's own log. */
public final class Aggregates {

    /** Axon prints one for its console at every start unless told not to; it reads nothing but a system property. */
    private static final String NO_ADVERTISEMENT = "disable-axoniq-console-message";

    private Aggregates() {}

    /** Not started yet; its command gateway takes the commands of staff. */
    public static Configuration on(EventStore store, KnownInteractionTable heard) {
        System.setProperty(NO_ADVERTISEMENT, "true");
        // false: no module found on the class path joins by itself, Axon's call home among them
        Configurer axon = DefaultConfigurer.defaultConfiguration(false);
        // never used, since nothing leaves the process; named so that XStream is not asked for
        axon.configureSerializer(_ -> Jackson3Serializer.builder().build());
        axon.configureEventStore(_ -> new HubEventStore(store));
        axon.configureCorrelationDataProviders(_ -> List.of(new Provenance()));
        axon.registerComponent(KnownClients.class, _ -> new ClientsInLog(store.log()));
        axon.registerComponent(KnownInteractions.class, _ -> heard);
        axon.registerComponent(ContactPoints.class,
                configuration -> new ContactPointsInLog(configuration.repository(Ownership.class)));
        axon.registerComponent(OtherClients.class, configuration -> new OtherClientsInLog(
                () -> configuration.repository(Client.class), new Kinship(store.log())));
        Targets targets = new Targets();
        for (Class<?> aggregate : List.of(Client.class, Ownership.class, Interaction.class, Handover.class,
                ChannelAccount.class)) {
            axon.configureAggregate(
                    AggregateConfigurer.defaultConfiguration(aggregate).configureCommandTargetResolver(_ -> targets));
        }
        return axon.buildConfiguration();
    }
}
