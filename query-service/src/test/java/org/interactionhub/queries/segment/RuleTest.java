package org.interactionhub.queries.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.interactionhub.queries.segment.Rule.clause;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.interactionhub.events.Channel;
import org.interactionhub.events.ClientEvent.Kind;
import org.interactionhub.events.ClientId;
import org.interactionhub.queries.console.frame.Visits;
import org.interactionhub.queries.segment.Features.Counts;
import org.interactionhub.queries.segment.Features.Waiting;
import org.interactionhub.queries.segment.Rule.Op;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Rules held against clients at noon of a Tuesday, and said in words. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RuleTest {

    private static final Instant NOW = Visits.NOW;
    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");
    private static final WorkingHours HOURS = WorkingHours.of(MOSCOW, "9-18");
    private static final List<Segment> SHIPPED = Segment.shipped(8);

    @Test
    void how_much_is_missing_is_told_to_the_next_whole_number() {
        assertThat(missing(Op.GTE, 90, 12L)).isEqualTo(78);
        assertThat(missing(Op.GT, 8, 8L)).isEqualTo(1);
        assertThat(missing(Op.GT, 8, 7.5)).isEqualTo(1);
        assertThat(missing(Op.LTE, 20, 25L)).isEqualTo(-5);
        assertThat(missing(Op.LT, 20, 20L)).isEqualTo(-1);
        assertThat(missing(Op.EQ, 3, 5L)).isEqualTo(-2);
    }

    private static @Nullable Long missing(Op op, int wanted, Number actual) {
        return Shortfall.of(new Check(new Rule.Clause(Field.INTERACTIONS, op, wanted), actual, false, false));
    }

    @Test
    void some_days_up_to_now_are_a_period_too() {
        Period week = Period.of("last-7-days");

        assertThat(week.holds(ago(7), NOW, MOSCOW)).isTrue();
        assertThat(week.holds(ago(7).minusSeconds(1), NOW, MOSCOW)).isFalse();
        assertThat(week.holds(NOW.plusSeconds(1), NOW, MOSCOW)).isFalse();
        assertThatThrownBy(() -> Period.of("last-0-days")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_mail_waits_too_long_once_a_working_day_has_passed() {
        Features sinceYesterday = wrote(Kind.CLIENT, Instant.parse("2026-11-23T06:00:00Z"));
        Features sinceFriday = wrote(Kind.CLIENT, Instant.parse("2026-11-20T14:30:00Z"));
        Features sinceThisMorning = wrote(Kind.CLIENT, Instant.parse("2026-11-24T06:00:00Z"));

        assertThat(members("unanswered", sinceYesterday, sinceThisMorning, sinceFriday))
                .containsExactly(sinceFriday, sinceYesterday);
    }

    @Test
    void staff_and_partners_are_no_members_unless_a_rule_says_so() {
        Features ours = wrote(Kind.EMPLOYEE, ago(30));
        Features partner = wrote(Kind.PARTNER, ago(30));
        Segment partners = new Segment("partners", clause(Field.KIND, Op.EQ, "partner"), Field.KIND,
                Segment.Order.MOST);

        assertThat(members("unanswered", ours, partner)).isEmpty();
        assertThat(standing(ours, partner).members(partners)).extracting(Subject::features).containsExactly(partner);
    }

    @Test
    void silence_begins_after_ninety_days_and_needs_a_contact_before_it() {
        Features ninety = wrote(Kind.CLIENT, ago(90));
        Features almost = wrote(Kind.CLIENT, ago(90).plusSeconds(1));
        Features never = new Features(ClientId.next(NOW), "Never", Kind.CLIENT, ago(300), null, null, null, null,
                Counts.NONE, 0, List.of(), Purchases.NONE, null, Map.of());

        assertThat(members("silent", ninety, almost, never)).containsExactly(ninety);
    }

    @Test
    void new_are_prospects_of_the_calendar_month_by_what_we_know_first() {
        Features fresh = wrote(Kind.PROSPECT, Instant.parse("2026-10-31T21:00:00Z"));
        Features imported = wrote(Kind.PROSPECT, Instant.parse("2026-10-31T20:59:59Z"));
        Features client = wrote(Kind.CLIENT, NOW);

        assertThat(members("new-this-month", fresh, imported, client)).containsExactly(fresh);
    }

    @Test
    void the_twenty_with_most_contacts_are_found_equals_with_them_and_three_is_the_least() {
        Features colleague = met(Kind.EMPLOYEE, 1000);
        Features three = met(Kind.CLIENT, 3);

        assertThat(members("most-contacts", clientsWith(1, 30, 10))).hasSize(20)
                .extracting(features -> features.contactsIn(2026 * 4 + 3)).startsWith(30, 29).endsWith(12, 11);
        assertThat(members("most-contacts", clientsWith(1, 30, 11))).hasSize(30);
        assertThat(members("most-contacts", three, met(Kind.CLIENT, 2), colleague)).containsExactly(three);
    }

    @Test
    void all_any_and_not_hold_as_they_say_and_every_condition_tells_what_it_found() {
        Rule rule = Rule.all(new Rule.Any(List.of(clause(Field.KIND, Op.EQ, "partner"),
                clause(Field.DAYS_SINCE_CONTACT, Op.LT, 7))), new Rule.Not(
                        clause(Field.CONTACTS_THIS_QUARTER, Op.GT,
                                5)));
        Subject she = subject(wrote(Kind.CLIENT, ago(2)));

        assertThat(Evaluation.holds(rule, she)).isTrue();
        assertThat(Evaluation.checks(rule, she))
                .extracting(Check::actual, Check::holds, Check::negated, Check::speaksFor)
                .containsExactly(tuple("client", false, false, false), tuple(2L, true, false, true),
                        tuple(1, false, true, true));
    }

    @Test
    void a_rule_as_json_has_the_shape_that_people_will_write() {
        assertThat(JsonMapper.builder().build().writeValueAsString(SHIPPED.getFirst().rule())).isEqualTo("""
                {"all":[{"field":"kind","op":"in","value":["prospect","client"]},\
                {"field":"hours-unanswered","op":"gt","value":8}]}""");
        assertThat(JsonMapper.builder().build()
                .writeValueAsString(new Rule.Not(new Rule.Any(List.of(clause(Field.KIND, Op.EQ, "client"))))))
                .isEqualTo("""
                        {"not":{"any":[{"field":"kind","op":"eq","value":"client"}]}}""");
    }

    @Test
    void a_condition_that_makes_no_sense_is_refused_in_a_sentence() {
        assertThatThrownBy(() -> clause(Field.KIND, Op.GT, "client")).hasMessage("'kind' cannot be asked with 'gt'");
        assertThatThrownBy(() -> clause(Field.KIND, Op.EQ, "friend")).hasMessageContaining("none of those");
        assertThatThrownBy(() -> clause(Field.DAYS_SINCE_CONTACT, Op.GTE, "long"))
                .hasMessage("'days-since-contact' is held against a number, not long");
        assertThatThrownBy(() -> clause(Field.KNOWN_SINCE, Op.WITHIN, "lately")).hasMessageContaining("no period");
    }

    @Test
    void reasons_and_verdicts_are_said_in_the_language_of_the_reader() {
        Segment unanswered = SHIPPED.getFirst();
        Subject waits = subject(wrote(Kind.CLIENT, Instant.parse("2026-11-20T14:30:00Z")));
        Subject quiet = subject(met(Kind.CLIENT, 4));
        SegmentWords english = new SegmentWords(Visits.english());
        SegmentWords russian = new SegmentWords(Visits.russian());

        assertThat(english.reason(unanswered, waits)).isEqualTo(
                "The mail of November 20, 2026, 17:30 has been waiting for an answer for 15 working hours.");
        assertThat(russian.reason(unanswered, waits))
                .isEqualTo("Письмо от 20 ноября 2026, 17:30 ждёт ответа 15 рабочих часов.");
        assertThat(russian.verdict(unanswered, quiet)).isEqualTo(
                "Не входит в сегмент «Ждут ответа». Без ответа: нет; нужно: больше 8 рабочих часов.");
        assertThat(english.conditions(unanswered)).containsExactly("Kind: prospect or client",
                "Without an answer: more than 8 working hours");
        assertThat(russian.reason(SHIPPED.getLast(), quiet)).isEqualTo("4 контакта за квартал, 1-е место.");
    }

    @Test
    void everything_that_ships_and_every_field_can_be_said_in_both_languages() {
        Subject she = subject(wrote(Kind.PROSPECT, ago(1)));
        for (SegmentWords words : List.of(new SegmentWords(Visits.english()), new SegmentWords(Visits.russian()))) {
            assertThat(SHIPPED).allSatisfy(segment -> assertThat(List.of(words.title(segment), words.about(segment),
                    words.verdict(segment, she), words.reason(segment, she))).noneMatch(String::isBlank));
            assertThat(Arrays.asList(Field.values())).allSatisfy(field -> assertThat(words.field(field)).isNotBlank());
        }
    }

    private static List<Features> members(String segment, Features... clients) {
        Segment asked = SHIPPED.stream().filter(one -> one.name().equals(segment)).findFirst().orElseThrow();
        return standing(clients).members(asked).stream().map(Subject::features).toList();
    }

    private static Subject subject(Features client) {
        return standing(client).find(client.client()).orElseThrow();
    }

    private static Standing standing(Features... clients) {
        return new Standing(Arrays.stream(clients).collect(Collectors.toMap(Features::client, Function.identity())),
                NOW,
                HOURS);
    }

    private static Instant ago(int days) {
        return NOW.minus(Duration.ofDays(days));
    }

    /** Somebody whose only contact is a mail that nobody answered. */
    private static Features wrote(Kind kind, Instant at) {
        return new Features(ClientId.next(NOW), "Wrote " + at, kind, NOW, at, at, at, Channel.EMAIL, Counts.NONE, 0,
                List.of(), Purchases.NONE, new Waiting(at, Channel.EMAIL),
                Map.of(new Quarters(MOSCOW).of(at), 1));
    }

    /** Clients with {@code first} to {@code last} contacts, but at least so many. */
    private static Features[] clientsWith(int first, int last, int least) {
        return IntStream.rangeClosed(first, last).mapToObj(i -> met(Kind.CLIENT, Math.max(i, least)))
                .toArray(Features[]::new);
    }

    /** Somebody with so many answered contacts this quarter. */
    private static Features met(Kind kind, int contacts) {
        return new Features(ClientId.next(NOW), "Met " + contacts, kind, ago(300), ago(60), ago(1), ago(1),
                Channel.PHONE,
                Counts.NONE, 0, List.of(), Purchases.NONE, null,
                Map.of(2026 * 4 + 3, contacts));
    }
}
