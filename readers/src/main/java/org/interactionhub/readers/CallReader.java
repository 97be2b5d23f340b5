package org.interactionhub.readers;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.interactionhub.events.Channel;
import org.interactionhub.events.Direction;
import org.interactionhub.events.InteractionReport.Kind;
import org.interactionhub.events.InteractionReport;
import org.interactionhub.events.Participant.Role;
import org.interactionhub.events.ReaderVersion;
import org.interactionhub.readers.providers.Item;
import org.interactionhub.readers.providers.Provider;
import org.interactionhub.readers.providers.Providers;

/**
 * Reads call events, JSON or url-encoded: in the field names of Zammad's generic CTI, else those of declared
 * {@link Providers}. The former have {@code event} (newCall, answer, hangup), {@code from}, {@code to},
 * {@code direction} (in, out), {@code callId}, and where there are some {@code user}, {@code queue},
 * {@code answeringNumber}, {@code cause}. They state no time: the time of receipt is taken. Each event is one report; all
 * of a call are one interaction.
 */
final class CallReader implements Reader {

    private static final Map<String, String> EVENTS = Map.of("newcall", "newCall", "answer", "answer", "hangup",
            "hangup");

    private final Phones phones;
    private final MailAddresses addresses;

    CallReader(Phones phones, MailAddresses addresses) {
        this.phones = phones;
        this.addresses = addresses;
    }

    @Override
    public ReaderVersion version() {
        return new ReaderVersion("call", 3);
    }

    @Override
    public List<InteractionReport> read(Received received) throws NotItsContentType, CannotRead {
        Payload post = PayloadSyntax.of(received);
        boolean isWhole = callId(post).isPresent() || exchange(post).isPresent();
        Payload call = isWhole ? post : PayloadSyntax.unwrapped(post);
        Optional<Provider> exchange = exchange(call);
        return exchange.isEmpty() || isGeneric(call)
                ? List.of(generic(received, call))
                : new ProviderPost(received, version(), Item.root(call.values()), exchange.get(), phones, addresses)
                        .read();
    }

    private static Optional<Provider> exchange(Payload post) {
        return Providers.known().of(Channel.PHONE, Item.root(post.values()));
    }

    /** Whatever more the event has. */
    private static boolean isGeneric(Payload call) {
        return callId(call).isPresent() && EVENTS.containsKey(call.text("event").orElse("").toLowerCase(Locale.ROOT));
    }

    private static Optional<String> callId(Payload call) {
        return call.text("callId").or(() -> call.text("call_id"));
    }

    private InteractionReport generic(Received received, Payload call) throws CannotRead {
        String event = event(call);
        String callId = callId(call).orElseThrow(
                () -> new CannotRead("call-no-id", "The call event has no 'callId'."));
        if (!call.has("from") && !call.has("to")) {
            throw new CannotRead("call-no-numbers", "The call event has neither 'from' nor 'to'.");
        }
        String leg = call.text("leg").map(name -> "|" + name).orElse("");
        Draft draft = new Draft(received, version(), callId + "|" + event + leg, callId, null)
                .kind(event.equals("newCall") ? Kind.RECORDED : Kind.PROGRESSED)
                .direction(direction(call))
                .conversation(callId)
                .attribute("event", event)
                .attribute("agents", call.texts("user"));
        List.of("cause", "queue", "answeringNumber")
                .forEach(name -> draft.attribute(name, call.text(name).orElse(null)));
        call.text("from").ifPresent(from -> phones.participant(draft, Role.FROM, from, null));
        call.texts("to").forEach(to -> phones.participant(draft, Role.TO, to, null));
        return draft.report();
    }

    private static String event(Payload call) throws CannotRead {
        String given = call.text("event").orElse("");
        String event = EVENTS.get(given.toLowerCase(Locale.ROOT));
        if (event == null) {
            throw new CannotRead("call-unknown-event", "The call event is of no known kind ('"
                    + given.substring(0, Math.min(given.length(), 50)) + "'); known are newCall, answer and hangup.");
        }
        return event;
    }

    private static Direction direction(Payload call) {
        return call.text("direction").filter(way -> way.toLowerCase(Locale.ROOT).startsWith("out"))
                .map(way -> Direction.OUTBOUND).orElse(Direction.INBOUND);
    }
}
