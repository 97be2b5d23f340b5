package org.interactionhub.queries.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.interactionhub.events.Direction.INBOUND;
import static org.interactionhub.events.Direction.OUTBOUND;
import static org.interactionhub.queries.Company.MONDAY;
import static org.interactionhub.queries.Company.mail;
import static org.interactionhub.queries.Company.phone;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.interactionhub.events.Channel;
import org.interactionhub.events.ClientId;
import org.interactionhub.events.ContactPoint;
import org.interactionhub.events.InteractionId;
import org.interactionhub.events.ThreadId;
import org.interactionhub.queries.Company;
import org.interactionhub.queries.history.Readable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ExchangesTest {

    private static final ContactPoint MAIL = mail("anna@acme.example");
    private static final ContactPoint NUMBER = phone("+79161234567");
    private static final ContactPoint CHAT = new ContactPoint(ContactPoint.Type.CHAT, "telegram:17");

    private Company company;
    private Readable readable;
    private Timeline timeline;
    private ClientId anna;

    @BeforeEach
    void open() {
        company = new Company();
        readable = new Readable(company.database());
        timeline = new Timeline(readable.database(), new TimelineTable(readable.database()), readable.log());
        anna = company.client("Анна Петрова", MAIL, NUMBER, CHAT);
    }

    @AfterEach
    void close() {
        readable.close();
        company.close();
    }

    @Test
    void mails_that_answer_each_other_are_one_exchange_whatever_their_subject() {
        company.writes(INBOUND, MAIL, at(0), "a", "a");
        company.writes(OUTBOUND, MAIL, at(1), "b", "a");
        company.writes(INBOUND, MAIL, at(2), "c", "a");
        company.writes(INBOUND, MAIL, at(3), "elsewhere", "elsewhere");

        List<Exchange> exchanges = exchanges();

        assertThat(exchanges).extracting(Exchange::size).containsExactly(1, 3);
        assertThat(exchanges.getLast().newest().text()).isEqualTo("письмо c");
        assertThat(exchanges.getLast().since()).isEqualTo(at(0));
    }

    @Test
    void an_answer_that_names_nothing_but_a_reply_joins_once_that_reply_is_known() {
        company.writes(INBOUND, MAIL, at(0), "a", "a");
        InteractionId answer = company.writes(INBOUND, MAIL, at(2), "c", "b");
        ThreadId before = thread(answer);
        List<Exchange> apart = exchanges();
        company.writes(OUTBOUND, MAIL, at(1), "b", "a");

        List<Exchange> joined = exchanges();

        assertThat(apart).extracting(Exchange::size).containsExactly(1, 1);
        assertThat(joined).extracting(Exchange::size).containsExactly(3);
        assertThat(thread(answer)).isEqualTo(ThreadId.begunBy("a"));
        assertThat(texts(before)).containsExactly("письмо c", "письмо b", "письмо a");
        assertThat(texts(ThreadId.begunBy("a"))).hasSize(3);
    }

    @Test
    void mails_that_answer_each_other_in_a_ring_are_one_thread() {
        company.writes(INBOUND, MAIL, at(0), "a", "b");
        company.writes(INBOUND, MAIL, at(1), "b", "a");

        assertThat(exchanges()).extracting(Exchange::size).containsExactly(2);
    }

    @Test
    void a_chat_stands_where_its_last_message_was_and_what_came_between_stays() {
        for (int i = 0; i < 40; i++) {
            company.says(i % 3 == 0 ? OUTBOUND : INBOUND, CHAT, at(i * 60), "17", "слово " + i);
        }
        company.writes(INBOUND, MAIL, at(90), "a", "a");
        company.says(INBOUND, CHAT, at(-3 * 24 * 60), "17", "раньше");

        List<Exchange> exchanges = exchanges();

        assertThat(exchanges).extracting(Exchange::size).containsExactly(40, 1, 1);
        assertThat(exchanges).extracting(one -> one.newest().channel()).containsExactly(Channel.CHAT, Channel.EMAIL,
                Channel.CHAT);
        Exchange chat = exchanges.getFirst();
        assertThat(timeline.messages(question(500, chat.front(), chat.newest().thread()), chat.first()).items())
                .extracting(one -> one.newest().text()).hasSize(40).startsWith("слово 39").endsWith("слово 0");
    }

    @Test
    void page_by_page_every_message_is_told_once_while_new_ones_come() {
        Random chance = new Random(7);
        List<InteractionId> all = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            Instant at = at(i * 400 + chance.nextInt(300));
            all.add(switch (chance.nextInt(4)) {
                case 0 -> company.says(INBOUND, CHAT, at, "17", "слово " + i);
                case 1 -> company.says(OUTBOUND, CHAT, at, "18", "слово " + i);
                case 2 -> company.writes(INBOUND, MAIL, at, "m" + i, "m0");
                default -> company.rings("call " + i, NUMBER, at);
            });
        }
        readable.caughtUp();
        for (int limit : List.of(1, 2, 3, 7, 50)) {
            List<Object> told = new ArrayList<>();
            String next = null;
            do {
                Exchanges page = timeline.exchanges(question(limit, next, null), null);
                page.items().forEach(one -> told.addAll(messages(one)));
                next = page.next();
                company.says(INBOUND, CHAT, at(100_000 + told.size() + limit * 100), "17", "новое");
                readable.caughtUp();
            } while (next != null);
            told.removeIf(id -> !all.contains(id));
            assertThat(told).containsExactlyInAnyOrderElementsOf(all);
        }
    }

    @Test
    void the_same_part_asked_for_again_holds_what_came_since_and_nothing_of_the_next() {
        for (int i = 0; i < 9; i++) {
            company.says(INBOUND, CHAT, at(i), "17", "слово " + i);
            company.rings("call " + i, NUMBER, at(i));
        }
        readable.caughtUp();
        Exchanges first = timeline.exchanges(question(4, null, null), null);
        company.says(INBOUND, CHAT, at(30), "17", "новое");
        readable.caughtUp();

        Exchanges again = timeline.exchanges(question(4, null, null), first.end());
        Exchanges behind = timeline.exchanges(question(50, first.next(), null), null);

        assertThat(again.items()).extracting(Exchange::oldest)
                .containsExactlyInAnyOrderElementsOf(first.items().stream().map(Exchange::oldest).toList());
        assertThat(again.items().getFirst().newest().text()).isEqualTo("новое");
        assertThat(Stream.concat(again.items().stream(), behind.items().stream()).mapToInt(Exchange::size).sum())
                .isEqualTo(19);
    }

    @Test
    void the_last_word_of_a_client_waits_for_an_answer_and_that_of_a_machine_does_not() {
        company.writes(INBOUND, MAIL, at(0), "a", "a");
        company.writes(OUTBOUND, MAIL, at(1), "b", "a");
        company.writes(INBOUND, MAIL, at(2), "asks", "asks");
        company.says(OUTBOUND, CHAT, at(-1), "17", "Здравствуйте");
        company.says(INBOUND, CHAT, at(3), "17", "Когда приедете?");

        assertThat(exchanges()).extracting(Exchange::unanswered).containsExactly(true, true, false);
        assertThat(Asking.isAnswerable(withAttributes(Map.of("autoSubmitted", "auto-replied")))).isFalse();
        assertThat(Asking.isAnswerable(withAttributes(Map.of("precedence", "bulk")))).isFalse();
        assertThat(Asking.isAnswerable(withAttributes(Map.of("autoSubmitted", "no")))).isTrue();
    }

    @Test
    void what_was_answered_on_another_channel_waits_no_more() {
        company.writes(INBOUND, MAIL, at(0), "asks", "asks");
        company.rings("taken", NUMBER, at(5));
        company.answers("taken", NUMBER, "Ольга", at(6));
        company.writes(INBOUND, MAIL, at(7), "asks again", "asks again");

        assertThat(exchanges()).extracting(Exchange::unanswered).containsExactly(true, false, false);
    }

    @Test
    void a_missed_call_says_when_that_number_was_dialled() {
        company.rings("missed", NUMBER, at(0));
        company.hangsUp("missed", NUMBER, at(0).plusSeconds(20));
        company.rings("missed again", NUMBER, at(60));
        company.hangsUp("missed again", NUMBER, at(60).plusSeconds(20));
        company.dials("back", NUMBER, at(25));

        assertThat(exchanges()).extracting(Exchange::calledBackAfter).containsExactly(null, null,
                Duration.ofMinutes(25));
    }

    @Test
    void decisions_taken_at_any_message_stand_on_the_exchange() {
        InteractionId first = company.says(INBOUND, CHAT, at(0), "17", "Берёте?");
        company.decides(first, 0, "берём", List.of(), "срок подходит");
        company.says(INBOUND, CHAT, at(5), "17", "Спасибо");

        assertThat(exchanges()).singleElement().satisfies(chat -> assertThat(chat.decisions())
                .extracting(TimelineItem.Decision::decision).containsExactly("берём"));
    }

    private List<Exchange> exchanges() {
        readable.caughtUp();
        return timeline.exchanges(question(50, null, null), null).items();
    }

    private List<InteractionId> messages(Exchange exchange) {
        return exchange.size() == 1
                ? List.of(exchange.newest().interactionId())
                : timeline.messages(question(500, exchange.front(), exchange.newest().thread()), exchange.first())
                        .items().stream().map(Exchange::oldest).toList();
    }

    private List<@Nullable String> texts(ThreadId thread) {
        return timeline.page(question(50, null, thread)).items().stream().map(TimelineItem::text).toList();
    }

    private ThreadId thread(InteractionId id) {
        readable.caughtUp();
        return timeline.page(question(50, null, null)).items().stream()
                .filter(item -> item.interactionId().equals(id)).flatMap(item -> Stream.ofNullable(item.thread()))
                .findFirst().orElseThrow();
    }

    private static TimelineItem withAttributes(Map<String, Object> attributes) {
        return new TimelineItem(Company.call("any"), Channel.EMAIL, INBOUND, TimelineItem.State.RECORDED, MONDAY,
                MONDAY, "info", null, null, null, null, List.of(), attributes, List.of(), List.of(), List.of(), null, 0,
                false, 1,
                ThreadId.begunBy("a"), 1, List.of());
    }

    private TimelineQuestion question(int limit, @Nullable String before, @Nullable ThreadId thread) {
        return new TimelineQuestion(anna, limit, before, null, null, null, null, null, null, null, thread);
    }

    private static Instant at(int minutes) {
        return MONDAY.plus(Duration.ofMinutes(minutes));
    }
}
