package org.interactionhub.queries.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.interactionhub.queries.Company.MONDAY;
import static org.interactionhub.queries.Company.mail;
import static org.interactionhub.queries.Company.phone;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.interactionhub.door.Refusal;
import org.interactionhub.events.Channel;
import org.interactionhub.events.ClientId;
import org.interactionhub.events.ContactPoint;
import org.interactionhub.events.Direction;
import org.interactionhub.events.InteractionId;
import org.interactionhub.queries.Company;
import org.interactionhub.queries.history.Readable;
import org.interactionhub.queries.timeline.TimelineItem.State;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TimelineTest {

    private final ContactPoint annasMail = mail("anna@acme.example");
    private final ContactPoint annasPhone = phone("+79161234567");
    private Company company;
    private Readable readable;
    private Timeline timeline;
    private ClientId anna;

    @BeforeEach
    void open() {
        company = new Company();
        readable = new Readable(company.database());
        timeline = new Timeline(readable.database(), new TimelineTable(readable.database()), readable.log());
        anna = company.client("Анна Петрова", annasMail, annasPhone);
    }

    @AfterEach
    void close() {
        readable.close();
        company.close();
    }

    @Test
    void a_note_at_a_call_stands_beside_it_and_leaves_it_a_call() {
        InteractionId call = company.rings("1", annasPhone, MONDAY);
        company.notesAt(call, 0, anna, MONDAY.plusSeconds(30), "Нужны два насоса");
        company.answers("1", annasPhone, "Ольга", MONDAY.plusSeconds(5));
        company.hangsUp("1", annasPhone, MONDAY.plusSeconds(65));

        TimelineItem item = items(TimelineQuestion.newest(anna, 50)).getFirst();

        assertThat(item.channel()).isEqualTo(Channel.PHONE);
        assertThat(item.occurredAt()).isEqualTo(MONDAY);
        assertThat(item.text()).isNull();
        assertThat(item.notes()).singleElement().satisfies(note -> {
            assertThat(note.text()).isEqualTo("Нужны два насоса");
            assertThat(note.by()).isEqualTo("Ольга");
        });
        assertThat(item.attributes()).containsEntry("durationSeconds", 60L);
    }

    @Test
    void a_call_of_which_only_the_end_was_heard_is_a_call_for_all_its_notes() {
        company.hangsUp("1", annasPhone, MONDAY);
        company.notesAt(Company.call("1"), 0, anna, MONDAY.plusSeconds(30), "Перезвонить");

        TimelineItem item = items(TimelineQuestion.newest(anna, 50)).getFirst();

        assertThat(item.channel()).isEqualTo(Channel.PHONE);
        assertThat(item.notes()).hasSize(1);
    }

    @Test
    void what_staff_tell_says_by_whom() {
        company.notes(anna, MONDAY, "Звонить после обеда");
        company.mailFrom(annasMail, MONDAY, "Котельная", "Сколько стоит?");

        assertThat(items(TimelineQuestion.newest(anna, 50))).extracting(TimelineItem::by)
                .containsExactlyInAnyOrder("Ольга", null);
    }

    @Test
    void all_that_is_chosen_comes_in_a_file_however_many_pages_it_is() throws IOException {
        for (int i = 0; i < 7; i++) {
            company.mailFrom(annasMail, MONDAY.plusSeconds(i), "=SUM(A1) " + i, "строка\nи \"ещё\"");
        }
        company.rings("1", annasPhone, MONDAY);
        readable.caughtUp();
        TimelineQuestion mails = new TimelineQuestion(anna, 3, null, Channel.EMAIL, null, null, null, null, null, null,
                null);

        try (TimelineFile csv = timeline.file(mails, TimelineFile.Format.CSV, readable.log().head());
                TimelineFile json = timeline.file(mails, TimelineFile.Format.JSON, readable.log().head())) {
            String table = Files.readString(csv.path());
            assertThat(table).startsWith("\uFEFFoccurredAt,channel,")
                    .contains("'=SUM(A1) 6", "\"строка\nи \"\"ещё\"\"\"", "from: anna@acme.example");
            assertThat(table.split("'=SUM")).hasSize(8);
            assertThat(JsonMapper.builder().build().readTree(Files.readString(json.path())).valueStream()
                    .map(item -> item.path("subject").asString())).first().isEqualTo("=SUM(A1) 6");
        }
    }

    @Test
    void past_and_planned_contacts_stand_together_newest_first() {
        company.mailFrom(annasMail, MONDAY, "Котельная", "Сколько стоит?");
        company.plans(anna, Channel.MEETING, MONDAY.plus(Duration.ofDays(9)), "Договор");
        company.notes(anna, MONDAY.plusSeconds(60), "Звонить после обеда");
        company.mailFrom(mail("stranger@elsewhere.example"), MONDAY, "Реклама", "Купите");

        List<TimelineItem> items = items(TimelineQuestion.newest(anna, 50));

        assertThat(items).extracting(TimelineItem::channel).containsExactly(Channel.MEETING, Channel.NOTE,
                Channel.EMAIL);
        assertThat(items).extracting(TimelineItem::state).containsExactly(State.PLANNED, State.RECORDED,
                State.RECORDED);
        assertThat(items).extracting(TimelineItem::direction).containsExactly(Direction.INTERNAL, Direction.INTERNAL,
                Direction.INBOUND);
        assertThat(items.getLast().text()).isEqualTo("Сколько стоит?");
    }

    @Test
    void words_come_back_as_they_were_written() {
        String words = "\\N tab\t back\\slash\r\n\\.\n{\"a\": 'b'} % \uD83D\uDE00";
        company.mailFrom(annasMail, MONDAY, "\\.", words);

        TimelineItem item = items(TimelineQuestion.newest(anna, 50)).getFirst();

        assertThat(item.text()).isEqualTo(words);
        assertThat(item.subject()).isEqualTo("\\.");
    }

    @Test
    void the_steps_of_a_call_are_one_entry_with_duration_and_agent() {
        company.rings("call 1", annasPhone, MONDAY);
        company.hangsUp("call 1", annasPhone, MONDAY.plusSeconds(75));
        company.answers("call 1", annasPhone, "Ольга", MONDAY.plusSeconds(10));

        TimelineItem call = items(TimelineQuestion.newest(anna, 50)).getFirst();

        assertThat(call.occurredAt()).isEqualTo(MONDAY);
        assertThat(call.attributes()).containsEntry("answered", true).containsEntry("durationSeconds", 65L)
                .containsEntry("agent", "Ольга").containsEntry("missed", false).doesNotContainKey("event");
    }

    @Test
    void a_call_that_nobody_took_is_missed() {
        company.rings("call 1", annasPhone, MONDAY);
        company.hangsUp("call 1", annasPhone, MONDAY.plusSeconds(30));

        TimelineItem call = items(TimelineQuestion.newest(anna, 50)).getFirst();

        assertThat(call.attributes()).containsEntry("answered", false).containsEntry("missed", true)
                .containsEntry("durationSeconds", 0L);
    }

    @Test
    void an_edit_replaces_the_words_and_a_deletion_flags_them() {
        ContactPoint chat = new ContactPoint(ContactPoint.Type.CHAT, "telegram:17");
        company.linked(anna, chat, 0);
        InteractionId message = company.chatFrom(chat, MONDAY, "Превет");
        company.edited(message, chat, MONDAY.plusSeconds(5), "Привет");
        company.deleted(message, chat, MONDAY.plusSeconds(9));

        TimelineItem item = items(TimelineQuestion.newest(anna, 50)).getFirst();

        assertThat(item.text()).isEqualTo("Привет");
        assertThat(item.edits()).isEqualTo(1);
        assertThat(item.deleted()).isTrue();
    }

    @Test
    void a_meeting_moves_from_its_plan_to_the_time_it_was_held_and_keeps_its_decisions() {
        InteractionId meeting = company.plans(anna, Channel.MEETING, MONDAY.plus(Duration.ofDays(9)), "Договор");
        company.held(meeting, anna, MONDAY.plus(Duration.ofDays(8)), "Подписали");
        company.decides(meeting, 2, "скидка 3 %", List.of("скидка 3 %", "без скидки"), "большой объём");

        TimelineItem item = items(TimelineQuestion.newest(anna, 50)).getFirst();

        assertThat(item.state()).isEqualTo(State.HELD);
        assertThat(item.occurredAt()).isEqualTo(MONDAY.plus(Duration.ofDays(8)));
        assertThat(item.text()).isEqualTo("Подписали");
        assertThat(item.decisions()).singleElement().satisfies(decision -> {
            assertThat(decision.decision()).isEqualTo("скидка 3 %");
            assertThat(decision.options()).hasSize(2);
            assertThat(decision.by()).isEqualTo("Ольга");
            assertThat(decision.takenAt()).isEqualTo(decision.position() - 1);
        });
    }

    @Test
    void pages_hold_every_contact_once_while_new_ones_arrive() {
        for (int i = 0; i < 25; i++) {
            company.mailFrom(annasMail, MONDAY.plusSeconds(i / 2), "Письмо " + i, "");
        }
        readable.caughtUp();
        List<String> seen = new ArrayList<>();
        String next = null;

        do {
            TimelinePage page = timeline.page(question(7, next, null));
            page.items().forEach(item -> seen.add(item.subject()));
            next = page.next();
            company.mailFrom(annasMail, MONDAY.plusSeconds(1000 + seen.size()), "Новое", "");
            readable.caughtUp();
        } while (next != null);

        assertThat(seen).hasSize(25).doesNotHaveDuplicates().allMatch(subject -> subject.startsWith("Письмо"));
    }

    @Test
    void filters_choose_by_channel_direction_time_and_words() {
        company.mailFrom(annasMail, MONDAY, "Котельная", "Прошу выслать смету на котельную");
        company.mailTo(annasMail, MONDAY.plusSeconds(60), "Re: Котельная", "The estimates are attached");
        company.rings("call 1", annasPhone, MONDAY.plusSeconds(120));

        assertThat(items(filtered(Channel.PHONE, null, null, null, null))).hasSize(1);
        assertThat(items(filtered(null, Direction.OUTBOUND, null, null, null))).hasSize(1);
        assertThat(items(filtered(null, null, MONDAY.plusSeconds(60), MONDAY.plusSeconds(120), null))).hasSize(1);
        assertThat(items(filtered(null, null, null, null, "СМЕТА котельных"))).extracting(TimelineItem::direction)
                .containsExactly(Direction.INBOUND);
        assertThat(items(filtered(null, null, null, null, "estimate"))).extracting(TimelineItem::direction)
                .containsExactly(Direction.OUTBOUND);
        assertThat(items(filtered(null, null, null, null, "договор"))).isEmpty();
    }

    @Test
    void half_a_number_finds_the_calls_of_whoever_has_it() {
        company.rings("call 1", annasPhone, MONDAY);
        company.mailFrom(annasMail, MONDAY.plusSeconds(60), "Котельная", "Сколько стоит?");

        assertThat(items(filtered(null, null, null, null, "123-45-67"))).singleElement()
                .extracting(TimelineItem::channel).isEqualTo(Channel.PHONE);
        assertThat(items(filtered(null, null, null, null, "123-45-68"))).isEmpty();
    }

    @Test
    void as_of_shows_what_was_known_then() {
        InteractionId letter = company.mailFrom(annasMail, MONDAY, "Котельная", "Сколько стоит?");
        readable.caughtUp();
        long then = readable.history().progress().position();
        Instant moment = readable.log().at(then).orElseThrow().recordedAt();
        company.mailFrom(annasMail, MONDAY.minusSeconds(60), "Раньше", "пришло позже");
        company.decides(letter, 0, "выслать смету", List.of(), "");
        company.unlinked(anna, annasMail, 1);
        readable.caughtUp();

        assertThat(items(TimelineQuestion.newest(anna, 50))).isEmpty();
        for (String asOf : List.of("position:" + then, moment.toString())) {
            assertThat(items(question(50, null, asOf))).singleElement().satisfies(item -> {
                assertThat(item.subject()).isEqualTo("Котельная");
                assertThat(item.decisions()).isEmpty();
            });
        }
    }

    @Test
    void an_entry_says_which_of_us_was_met_as_it_was_known() {
        company.rings("call 1", annasPhone, MONDAY);
        long before = company.describes(Channel.PHONE, "office", "Основной номер", "Казань");
        company.describes(Channel.PHONE, "office", "Основной номер", "Москва");

        assertThat(items(TimelineQuestion.newest(anna, 50))).singleElement().extracting(TimelineItem::ours)
                .isEqualTo(new Ours("Основной номер", "ООО «Котёл»", "Москва"));
        assertThat(items(question(50, null, "position:" + before))).singleElement().extracting(TimelineItem::ours)
                .isEqualTo(new Ours("Основной номер", "ООО «Котёл»", "Казань"));
        assertThat(items(question(50, null, "position:" + (before - 1)))).singleElement()
                .extracting(TimelineItem::ours).isNull();
    }

    @Test
    void a_question_that_makes_no_sense_is_refused_in_a_sentence() {
        ClientId nobody = ClientId.next(MONDAY);

        assertThatThrownBy(() -> timeline.page(TimelineQuestion.newest(nobody, 50))).isInstanceOf(Refusal.class)
                .hasMessage("There is no client '" + nobody + "'.");
        assertThatThrownBy(() -> timeline.page(question(50, "rubbish", null))).isInstanceOf(Refusal.class)
                .hasMessageContaining("'next'");
        assertThatThrownBy(() -> timeline.page(question(50, null, "position:x"))).isInstanceOf(Refusal.class)
                .hasMessageContaining("asOf");
        assertThatThrownBy(() -> TimelineController.question(anna.toString(), "0", null, null, null, null, null, null,
                null, null, null))
                .hasMessage("The parameter 'limit' is '0'; a whole number from 1 to 500 is asked for.");
        assertThatThrownBy(() -> TimelineController.question(anna.toString(), null, null, "fax", null, null, null,
                null, null, null, null)).hasMessageContaining("'fax' is no channel; known are email");
    }

    private List<TimelineItem> items(TimelineQuestion question) {
        readable.caughtUp();
        return timeline.page(question).items();
    }

    private TimelineQuestion question(int limit, @Nullable String before, @Nullable String asOf) {
        return new TimelineQuestion(anna, limit, before, null, null, null, null, null, asOf, null, null);
    }

    private TimelineQuestion filtered(@Nullable Channel channel, @Nullable Direction direction, @Nullable Instant from,
            @Nullable Instant to, @Nullable String words) {
        return new TimelineQuestion(anna, 50, null, channel, direction, from, to, words, null, null, null);
    }
}
