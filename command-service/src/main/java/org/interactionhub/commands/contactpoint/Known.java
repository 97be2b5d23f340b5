package org.interactionhub.commands.contactpoint;

import org.interactionhub.events.BusinessEvent;
import org.interactionhub.events.ChannelAccountEvent;
import org.interactionhub.events.ClientEvent.ClientAbsorbed;
import org.interactionhub.events.ClientEvent.ClientRegistered;
import org.interactionhub.events.ClientEvent.ClientRelated;
import org.interactionhub.events.ClientEvent.ClientRenamed;
import org.interactionhub.events.ClientEvent.ClientRestored;
import org.interactionhub.events.ClientEvent.ClientUnrelated;
import org.interactionhub.events.ClientEvent.ClientWithdrawn;
import org.interactionhub.events.ClientEvent.ClientsMerged;
import org.interactionhub.events.ClientEvent.ClientsUnmerged;
import org.interactionhub.events.ClientEvent.DeclaredDistinct;
import org.interactionhub.events.ClientEvent.DistinctionWithdrawn;
import org.interactionhub.events.ClientEvent.OwnerAssigned;
import org.interactionhub.events.ClientEvent.PartyStated;
import org.interactionhub.events.ClientEvent.SameClientSuggested;
import org.interactionhub.events.ClientEvent;
import org.interactionhub.events.ClientId;
import org.interactionhub.events.ContactPointClass;
import org.interactionhub.events.ContactPointEvent.ContactPointClassified;
import org.interactionhub.events.ContactPointEvent;
import org.interactionhub.events.EventNames;
import org.interactionhub.events.HubEvent;
import org.interactionhub.events.ImportEvent;
import org.interactionhub.events.InteractionEvent;
import org.interactionhub.events.PortfolioEvent;
import org.interactionhub.eventstore.StoredEvent;
import org.jspecify.annotations.Nullable;

/**
 * What one stream tells about whose a contact point is, or what a client is called.
 *
 * @param length how many events it has
 * @param spans of the contact point that the stream is about, none if it is about none
 * @param as what that contact point says about who uses it
 * @param naming of the client that the stream is about, null if it is about none
 * @param survivor as whom the client counts that the stream is about, null if she stands for herself
 * @param withdrawn whether the client that the stream is about is none any more
 */
record Known(int length, Spans spans, ContactPointClass as, @Nullable Naming naming, @Nullable ClientId survivor,
        boolean withdrawn) {

    static final Known NOTHING = new Known(0, Spans.NONE, ContactPointClass.PERSONAL, null, null, false);

    /** How a client is called, and whether reports alone made her known. */
    record Naming(boolean prospect, String name) {}

    /** With the next event of its stream; one that tells nothing of links or names is not decoded. */
    Known with(StoredEvent stored) {
        return EventNames.find(stored.name()).filter(Known::tells).flatMap(_ -> stored.event()).map(this::with)
                .orElseGet(this::longer);
    }

    private static boolean tells(Class<? extends HubEvent> kind) {
        return ContactPointEvent.class.isAssignableFrom(kind) || ClientEvent.class.isAssignableFrom(kind);
    }

    Known with(HubEvent next) {
        return switch (next) {
            case ContactPointClassified classified ->
                new Known(length + 1, spans, classified.as(), naming, survivor, withdrawn);
            case ContactPointEvent about -> new Known(length + 1, spans.with(about), as, naming, survivor, withdrawn);
            case ClientRegistered registered -> new Known(length + 1, spans, as,
                    new Naming(registered.kind() == ClientEvent.Kind.PROSPECT, registered.name()), survivor, withdrawn);
            case ClientRenamed renamed -> new Known(length + 1, spans, as,
                    naming == null ? null : new Naming(naming.prospect(), renamed.name()), survivor, withdrawn);
            case ClientAbsorbed absorbed -> new Known(length + 1, spans, as, naming, absorbed.survivor(), withdrawn);
            case ClientRestored _ -> new Known(length + 1, spans, as, naming, null, withdrawn);
            case ClientWithdrawn _ -> new Known(length + 1, spans, as, naming, survivor, true);
            // who looks after her and to whom she belongs does not matter here; whom she absorbed is told in the other's
            // stream; and a foreign report may bear any id, even a contact point's
            case OwnerAssigned _,SameClientSuggested _,ClientsMerged _,ClientsUnmerged _,DeclaredDistinct _,DistinctionWithdrawn _,PartyStated _,ClientRelated _,ClientUnrelated _,InteractionEvent _,PortfolioEvent _,ImportEvent _,ChannelAccountEvent _,BusinessEvent _ ->
                longer();
        };
    }

    /** The client whose the contact point is for good, null if it is nobody's. */
    @Nullable
    ClientId owner() {
        return spans.owner();
    }

    /** With a first event that tells nothing. */
    Known begun() {
        return new Known(length + 1, Spans.NONE, ContactPointClass.PERSONAL, null, null, false);
    }

    private Known longer() {
        return new Known(length + 1, spans, as, naming, survivor, withdrawn);
    }
}
