package org.interactionhub.readers;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.interactionhub.events.Channel;
import org.interactionhub.events.ContactPoint;
import org.interactionhub.events.Direction;
import org.interactionhub.events.InteractionReport;
import org.interactionhub.events.InteractionReport.Kind;
import org.interactionhub.events.Participant.Role;
import org.interactionhub.events.ReaderVersion;
import org.interactionhub.events.ReportedOriginal;
import org.interactionhub.readers.providers.Item;
import org.interactionhub.readers.providers.Provider;
import org.interactionhub.readers.providers.Rule;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * A post of a provider that a file declares. Each of its items is a report of its own, and is read again by itself; all
 * share the post as their original.
 */
final class ProviderPost {

    /** In the envelope of a report: which item of the post it tells, as a JSON Pointer. */
    private static final String ITEM = "item";

    private static final int DEEPEST = 200;
    private static final int MOST_ITEMS = 1_000;
    private static final BigDecimal MILLISECONDS_FROM = new BigDecimal("100000000000");
    private static final BigDecimal MICROSECONDS_FROM = new BigDecimal("100000000000000");
    private static final BigDecimal LAST_SECOND = new BigDecimal("253402300799");

    private final Received received;
    private final ReaderVersion version;
    private final Item post;
    private final Provider provider;
    private final Phones phones;
    private final MailAddresses addresses;

    ProviderPost(Received received, ReaderVersion version, Item post, Provider provider, Phones phones,
            MailAddresses addresses) throws CannotRead {
        if (provider.percentEncoded() && post.isDeeperThan(DEEPEST)) {
            throw new CannotRead("json-too-much", "The JSON is nested more than " + DEEPEST + " levels deep.");
        }
        this.received = received;
        this.version = version;
        this.post = provider.percentEncoded() ? post.percentDecoded() : post;
        this.provider = provider;
        this.phones = phones;
        this.addresses = addresses;
    }

    List<InteractionReport> read() throws CannotRead {
        List<Item> items = items();
        if (items.isEmpty()) {
            throw unknown(post);
        }
        if (items.size() > MOST_ITEMS) {
            throw new CannotRead(code("too-many-messages"),
                    "The post of " + provider.name() + " has more than " + MOST_ITEMS + " messages.");
        }
        if (items.size() == 1) {
            return List.of(report(received, items.getFirst(), null));
        }
        ReportedOriginal original = Draft.originalOf(received);
        List<InteractionReport> reports = new ArrayList<>();
        for (Item item : items) {
            reports.add(reportOrReason(item, original));
        }
        return reports;
    }

    private List<Item> items() {
        String one = received.envelope().get(ITEM);
        List<Item> all = provider.items(post);
        return one == null ? all : all.stream().filter(item -> item.place().equals(one)).toList();
    }

    private InteractionReport reportOrReason(Item item, ReportedOriginal original) {
        Map<String, String> envelope = new LinkedHashMap<>(received.envelope());
        envelope.put(ITEM, item.place());
        Received one = new Received(received.channel(), received.account(), received.contentType(), received.bytes(),
                received.receivedAt(), envelope);
        try {
            return report(one, item, original);
        } catch (CannotRead e) {
            String hash = original.sha256() + item.place();
            return new Draft(one, version, hash, hash, null).original(original).unreadable(e.unreadable());
        }
    }

    private InteractionReport report(Received one, Item item, @Nullable ReportedOriginal original) throws CannotRead {
        Rule rule = provider.ruleFor(item).orElseThrow(() -> unknown(item));
        String conversation = needed(item, rule.conversation(), isCall() ? "call id" : "conversation");
        String message = needed(item, rule.message(), isCall() ? "leg" : "message id");
        String revision = revision(item, rule);
        Instant sent = item.text(rule.time()).map(ProviderPost::time).orElse(null);
        Draft draft = new Draft(one, version, String.join("|", provider.name(), conversation, message, revision),
                isCall() ? conversation : conversation + ":" + message, null, sent).kind(rule.kind())
                .conversation(conversation);
        if (sent != null) {
            draft.occurredAt(sent);
        }
        if (original != null) {
            draft.original(original);
        }
        if (isCall()) {
            callers(draft, item, rule);
            draft.attribute("campaign", item.value() instanceof Map<?, ?> fields ? Campaign.tags(fields) : null);
        } else {
            people(draft, item, rule);
            draft.attribute("messageId", message).attribute("revision", revision.equals("0") ? null : revision);
        }
        return described(draft, item, rule).report();
    }

    private String code(String what) {
        return (isCall() ? "call-" : "chat-") + what;
    }

    private boolean isCall() {
        return provider.channel() == Channel.PHONE;
    }

    private CannotRead unknown(Item item) {
        String event = item.text(provider.event()).or(() -> post.text(provider.event())).orElse("");
        return new CannotRead(code("unknown-event"),
                "The post of " + provider.name() + " is of no kind that is read" + (event.isEmpty()
                        ? ""
                        : " ('"
                                + event.substring(0, Math.min(event.length(), 50)) + "')")
                        + ".");
    }

    private String needed(Item item, List<String> pointers, String what) throws CannotRead {
        return item.text(pointers).orElseThrow(() -> new CannotRead(code("broken-post"),
                "The post of " + provider.name() + " has no " + what + " where one belongs."));
    }

    /** Where a provider does not tell one edit from the next, the new words do. */
    private static String revision(Item item, Rule rule) {
        return switch (rule.kind()) {
            case RECORDED, PROGRESSED, DEAL_WON, PAYMENT_RECEIVED -> item.text(rule.revision()).orElse("0");
            case DELETED -> "deleted";
            case EDITED, DELIVERY -> item.text(rule.revision()).orElseGet(
                    () -> ReportedOriginal.sha256(item.text(rule.text()).orElse("").getBytes(
                            StandardCharsets.UTF_8)));
        };
    }

    private void people(Draft draft, Item item, Rule rule) throws CannotRead {
        Direction direction = direction(item, rule);
        draft.direction(direction);
        somebody(draft, Role.FROM, item, rule.sender());
        if (rule.recipient() != null) {
            somebody(draft, Role.TO, item, rule.recipient());
        }
        if (draft.hasNobody()) {
            throw new CannotRead(code("no-sender"),
                    "The post of " + provider.name() + " does not say who wrote it.");
        }
        if (direction == Direction.INBOUND) {
            stated(draft, item, rule.sender());
        }
    }

    /** Who calls whom tells the direction, where the exchange does not: numbers of our own are short. */
    private void callers(Draft draft, Item item, Rule rule) throws CannotRead {
        String from = item.text(rule.sender().phone()).orElse("");
        String to = item.text(rule.recipient() == null ? List.of() : rule.recipient().phone()).orElse("");
        boolean nobody = from.isEmpty() && to.isEmpty();
        if (rule.kind() == Kind.RECORDED && nobody) {
            throw new CannotRead("call-no-numbers",
                    "The post of " + provider.name() + " says neither who calls nor whom.");
        }
        draft.direction(rule.outbound().isEmpty() && !nobody ? phones.direction(from, to) : direction(item, rule));
        caller(draft, Role.FROM, from, item.text(rule.sender().name()).orElse(null));
        caller(draft, Role.TO, to, null);
    }

    private void caller(Draft draft, Role role, String number, @Nullable String name) {
        if (!number.isEmpty()) {
            phones.participant(draft, role, number, name);
        }
    }

    private static Direction direction(Item item, Rule rule) {
        if (!rule.internal().isEmpty() && item.matches(rule.internal())) {
            return Direction.INTERNAL;
        }
        return !rule.outbound().isEmpty() && item.matches(rule.outbound()) ? Direction.OUTBOUND : Direction.INBOUND;
    }

    private void somebody(Draft draft, Role role, Item item, Rule.Party party) {
        String name = item.text(party.name()).orElse(null);
        item.text(party.id()).ifPresent(id -> draft.participant(role, ContactPoint.Type.CHAT,
                provider.name() + ":" + id.replaceAll("\\s", "_"), name));
    }

    private void stated(Draft draft, Item item, Rule.Party sender) {
        item.text(sender.phone()).flatMap(phones::canonical)
                .ifPresent(phone -> draft.states(ContactPoint.Type.PHONE, phone));
        item.text(sender.email()).flatMap(addresses::canonical)
                .ifPresent(email -> draft.states(ContactPoint.Type.EMAIL, email));
    }

    private Draft described(Draft draft, Item item, Rule rule) {
        rule.attributes().forEach((name, pointers) -> draft.attribute(name, item.text(pointers).orElse(null)));
        rule.numbers().forEach((name, pointers) -> draft.attribute(name, item.text(pointers)
                .filter(text -> text.matches("[0-9]{1,9}")).map(Integer::valueOf).orElse(null)));
        rule.truths().forEach((name, conditions) -> draft.attribute(name,
                item.text(List.copyOf(conditions.keySet())).isPresent() ? item.matches(conditions) : null));
        boolean takenBack = rule.kind() == Kind.DELETED;
        return draft.text(takenBack ? null : item.text(rule.text()).map(this::words).orElse(null))
                .attribute("provider", provider.name())
                .attribute("files", takenBack ? null : files(item, rule));
    }

    private String words(String text) {
        return provider.html()
                ? Jsoup.parse(text, "", Parser.htmlParser().setMaxDepth(DEEPEST)).body().wholeText().strip()
                : text;
    }

    private static List<Map<String, Object>> files(Item item, Rule rule) {
        List<Map<String, Object>> files = new ArrayList<>();
        for (Rule.File kind : rule.files()) {
            for (Item file : item.at(kind.at())) {
                Map<String, Object> known = new LinkedHashMap<>();
                kind.fields().forEach((name, pointers) -> file.text(pointers).ifPresent(it -> known.put(name, it)));
                if (!known.isEmpty()) {
                    files.add(known);
                }
            }
        }
        return files;
    }

    /** Seconds, milliseconds or microseconds since 1970, told apart by their size, or ISO 8601; without an offset in UTC. */
    static @Nullable Instant time(String text) {
        try {
            if (text.matches("[0-9]{1,16}(\\.[0-9]{1,9})?")) {
                BigDecimal number = new BigDecimal(text);
                int thousands = number.compareTo(MILLISECONDS_FROM) < 0
                        ? 0
                        : number.compareTo(MICROSECONDS_FROM) < 0 ? 1 : 2;
                BigDecimal seconds = number.movePointLeft(3 * thousands);
                return seconds.compareTo(LAST_SECOND) > 0
                        ? null
                        : Instant.ofEpochSecond(seconds.longValue(),
                                seconds.remainder(BigDecimal.ONE).movePointRight(9).longValue());
            }
            String iso = text.replaceFirst("^([0-9-]{10}) ", "$1T");
            return iso.matches(".*(?:Z|[+-][0-9]{2}:?[0-9]{2})$")
                    ? OffsetDateTime.parse(iso).toInstant()
                    : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException notATime) {
            return null;
        }
    }
}
