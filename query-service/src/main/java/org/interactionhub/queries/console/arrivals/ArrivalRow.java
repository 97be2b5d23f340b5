package org.interactionhub.queries.console.arrivals;

import java.util.Map;
import java.util.Optional;
import org.interactionhub.events.ContactPoint;
import org.interactionhub.queries.arrival.Arrival;
import org.interactionhub.queries.console.frame.Addresses;
import org.interactionhub.queries.console.frame.Point;
import org.interactionhub.queries.console.frame.Stamp;
import org.interactionhub.queries.console.frame.Visitor;
import org.interactionhub.queries.console.frame.Wording;
import org.jspecify.annotations.Nullable;

/**
 * Something received, as the list shows it.
 *
 * @param version changes when the row looks different
 * @param outbound true if we sent it: the party is who got it then
 * @param who the party, null if nobody is known
 * @param what its subject or first words, what a call does, or why it could not be taken
 * @param mark what it did to an earlier message, null if it is one itself
 * @param tone of the verdict
 * @param detail where the client's entry, or the dead letter, is; null if there is none
 * @param whom the client, null if it stands with nobody
 */
record ArrivalRow(String id, String version, Stamp received, String channel, String account, boolean outbound,
        @Nullable String who, String what, @Nullable String mark, String verdict, String tone, @Nullable String detail,
        @Nullable String whom) {

    private static final Map<String, String> TONES = Map.of("recorded", "good", "dead-lettered", "warn", "refused",
            "bad", "redriven", "good");
    private static final int LONGEST = 160;

    static ArrivalRow of(Arrival arrival, Visitor visitor) {
        Arrival.DeadLetter letter = arrival.letter();
        String verdict = letter != null && !letter.open() ? "redriven" : arrival.verdict().value();
        Stamp received = Stamp.of(arrival.receivedAt(), visitor);
        String id = letter == null ? String.valueOf(arrival.position()) : letter.id().toString();
        return new ArrivalRow(id, Integer.toHexString((arrival + received.text()).hashCode()), received,
                arrival.channel(), arrival.account(), "outbound".equals(arrival.direction()),
                who(arrival.party()), what(arrival, visitor.words()), mark(arrival, visitor.words()), verdict,
                TONES.getOrDefault(verdict, ""), detail(arrival),
                arrival.clientName() == null ? null : Point.name(arrival.clientName()));
    }

    private static @Nullable String who(Arrival.@Nullable Party party) {
        if (party == null) {
            return null;
        }
        String address = Point.readable(ContactPoint.Type.of(party.type()), party.value());
        return party.name() == null || party.name().isBlank() ? address : party.name() + " · " + address;
    }

    private static String what(Arrival arrival, Wording words) {
        Arrival.DeadLetter letter = arrival.letter();
        if (letter != null) {
            return words.sayOr("letter.reason." + letter.code(), letter.sentence());
        }
        String step = arrival.step();
        if (step != null) {
            return words.sayOr("arrivals.step." + step, step);
        }
        return first(arrival.subject()).or(() -> first(arrival.beginning()))
                .orElseGet(() -> words.say("arrivals.wordless"));
    }

    private static Optional<String> first(@Nullable String text) {
        return Optional.ofNullable(text).map(words -> words.strip().replaceAll("\\s+", " "))
                .filter(words -> !words.isEmpty())
                .map(words -> words.length() <= LONGEST ? words : words.substring(0, LONGEST).strip() + "…");
    }

    private static @Nullable String mark(Arrival arrival, Wording words) {
        String mark = arrival.event() == null || arrival.step() != null
                ? ""
                : words.sayOr("arrivals.event." + arrival.event(), "");
        return mark.isEmpty() ? null : mark;
    }

    private static @Nullable String detail(Arrival arrival) {
        if (arrival.letter() != null) {
            return "/operations/dead-letters/" + arrival.letter().id();
        }
        return arrival.clientId() == null
                ? null
                : Addresses.client(arrival.clientId()) + "#entry-" + arrival.interactionId();
    }
}
