package org.interactionhub.readers;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.interactionhub.events.ContactPoint;
import org.interactionhub.events.Direction;
import org.interactionhub.events.InteractionReport;
import org.interactionhub.events.InteractionReport.Kind;
import org.interactionhub.events.Participant.Role;
import org.interactionhub.events.ReportedOriginal;
import org.interactionhub.readers.providers.Item;
import org.interactionhub.readers.providers.Provider;
import org.interactionhub.readers.providers.Rule;
import org.jspecify.annotations.Nullable;

/**
 * A post of a provider that a file declares. Each of its items is a report of its own, and is read again by itself; all
 * share the post as their original.
 */
final class ProviderPost {

    /** In the envelope of a report: which item of the post it tells, as a JSON Pointer. */
    private static final String ITEM = "item";

    private static final int MOST_ITEMS = 1_000;
    private static final BigDecimal MILLISECONDS_FROM = new BigDecimal("100000000000");
    private static final BigDecimal LAST_SECOND = new BigDecimal("253402300799");

    private final Received received;
    private final Item post;
    private final Provider provider;
    private final Phones phones;
    private final MailAddresses addresses;

    ProviderPost(Received received, Item post, Provider provider, Phones phones, MailAddresses addresses) {
        this.received = received;
        this.post = post;
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
            throw new CannotRead(provider.name() + "-too-many-items",
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
            return new Draft(one, ChatReader.VERSION, hash, hash, null).original(original).unreadable(e.unreadable());
        }
    }

    private InteractionReport report(Received one, Item item, @Nullable ReportedOriginal original) throws CannotRead {
        Rule rule = provider.ruleFor(item).orElseThrow(() -> unknown(item));
        String conversation = needed(item, rule.conversation(), "conversation");
        String message = needed(item, rule.message(), "message id");
        String revision = revision(item, rule);
        Instant sent = item.text(rule.time()).map(ProviderPost::time).orElse(null);
        Draft draft = new Draft(one, ChatReader.VERSION,
                String.join("|", provider.name(), conversation, message, revision), conversation + ":" + message, null,
                sent).kind(rule.kind()).conversation(conversation);
        if (sent != null) {
            draft.occurredAt(sent);
        }
        if (original != null) {
            draft.original(original);
        }
        people(draft, item, rule);
        return described(draft, item, rule).attribute("messageId", message)
                .attribute("revision", revision.equals("0") ? null : revision).report();
    }

    private CannotRead unknown(Item item) {
        String event = item.text(provider.event()).or(() -> post.text(provider.event())).orElse("");
        return new CannotRead(provider.name() + "-unknown-event",
                "The post of " + provider.name() + " is of no kind that is read" + (event.isEmpty()
                        ? ""
                        : " ('"
                                + event.substring(0, Math.min(event.length(), 50)) + "')")
                        + ".");
    }

    private String needed(Item item, List<String> pointers, String what) throws CannotRead {
        return item.text(pointers).orElseThrow(() -> new CannotRead(provider.name() + "-broken-post",
                "The post of " + provider.name() + " has no " + what + " where one belongs."));
    }

    /** Where a provider does not tell one edit from the next, the new words do. */
    private static String revision(Item item, Rule rule) {
        return switch (rule.kind()) {
            case RECORDED, PROGRESSED -> "0";
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
            throw new CannotRead(provider.name() + "-no-sender",
                    "The post of " + provider.name() + " does not say who wrote it.");
        }
        if (direction == Direction.INBOUND) {
            stated(draft, item, rule.sender());
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
        boolean takenBack = rule.kind() == Kind.DELETED;
        return draft.text(takenBack ? null : item.text(rule.text()).orElse(null))
                .attribute("provider", provider.name())
                .attribute("files", takenBack ? null : files(item, rule));
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

    /** Seconds or milliseconds since 1970, told apart by their size, or ISO 8601. */
    private static @Nullable Instant time(String text) {
        try {
            if (text.matches("[0-9]{1,16}(\\.[0-9]{1,9})?")) {
                BigDecimal number = new BigDecimal(text);
                BigDecimal seconds = number.compareTo(MILLISECONDS_FROM) < 0 ? number : number.movePointLeft(3);
                return seconds.compareTo(LAST_SECOND) > 0
                        ? null
                        : Instant.ofEpochSecond(seconds.longValue(),
                                seconds.remainder(BigDecimal.ONE).movePointRight(9).longValue());
            }
            return Optional.of(text).map(OffsetDateTime::parse).map(OffsetDateTime::toInstant).get();
        } catch (DateTimeException notATime) {
            return null;
        }
    }
}
