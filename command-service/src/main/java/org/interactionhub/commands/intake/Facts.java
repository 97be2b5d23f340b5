package org.interactionhub.commands.intake;

import java.util.UUID;
import org.interactionhub.commands.contactpoint.ClientPair;
import org.interactionhub.events.Booking;
import org.interactionhub.events.BusinessEvent.DealWon;
import org.interactionhub.events.BusinessEvent.PaymentReceived;
import org.interactionhub.events.BusinessEvent;
import org.interactionhub.events.ChannelAccountEvent;
import org.interactionhub.events.ClientEvent.SameClientSuggested;
import org.interactionhub.events.ClientEvent;
import org.interactionhub.events.ContactPointEvent;
import org.interactionhub.events.Heard;
import org.interactionhub.events.HubEvent;
import org.interactionhub.events.ImportEvent;
import org.interactionhub.events.InteractionEvent.CallProgressed;
import org.interactionhub.events.InteractionEvent.DeliveryReported;
import org.interactionhub.events.InteractionEvent.InteractionRecorded;
import org.interactionhub.events.InteractionEvent.MessageDeleted;
import org.interactionhub.events.InteractionEvent.MessageEdited;
import org.interactionhub.events.InteractionEvent;
import org.interactionhub.events.InteractionReport;
import org.interactionhub.events.PortfolioEvent;
import org.interactionhub.events.Reported;

/** Which fact a report becomes, and in which stream the facts that follow from it stand. */
final class Facts {

    private Facts() {}

    static Reported of(InteractionReport report) {
        Heard heard = Heard.of(report);
        return switch (report.kind()) {
            case RECORDED -> new InteractionRecorded(report.interactionId(), heard);
            case PROGRESSED -> new CallProgressed(report.interactionId(), heard);
            case EDITED -> new MessageEdited(report.interactionId(), heard);
            case DELETED -> new MessageDeleted(report.interactionId(), heard);
            case DELIVERY -> new DeliveryReported(report.interactionId(), heard);
            case DEAL_WON -> new DealWon(report.interactionId(), heard, booking(report));
            case PAYMENT_RECEIVED -> new PaymentReceived(report.interactionId(), heard, booking(report));
        };
    }

    private static Booking booking(InteractionReport report) {
        Booking booking = report.booking();
        if (booking == null) {
            throw new IllegalArgumentException("a report of a booking has one; the schema asks for it");
        }
        return booking;
    }

    static UUID streamOf(HubEvent fact) {
        return switch (fact) {
            case ContactPointEvent about -> about.contactPoint().id().value();
            case SameClientSuggested suggested -> ClientPair.of(suggested).stream();
            case ClientEvent about -> about.clientId().value();
            case InteractionEvent about -> about.interactionId().value();
            case PortfolioEvent about -> about.handoverId().value();
            case ImportEvent about -> about.importId().value();
            case ChannelAccountEvent about -> about.accountId().value();
            case BusinessEvent about -> about.heard().reportId().value();
        };
    }
}
