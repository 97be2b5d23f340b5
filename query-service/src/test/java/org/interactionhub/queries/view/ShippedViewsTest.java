package org.interactionhub.queries.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.interactionhub.queries.Company.mail;
import static org.interactionhub.queries.Company.phone;

import java.time.Instant;
import java.util.List;
import org.interactionhub.events.Channel;
import org.interactionhub.events.ClientId;
import org.interactionhub.events.ContactPoint;
import org.interactionhub.events.Direction;
import org.interactionhub.events.InteractionId;
import org.interactionhub.queries.Company;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The views that come with the hub, over a history that was counted by hand. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ShippedViewsTest {

    private static final String CHANNELS = "contacts-by-channel-and-month";
    private static final String ANSWERS = "answer-time-per-owner";
    private static final ContactPoint ANNA = mail("anna@acme.example");
    private static final ContactPoint ANNAS_PHONE = phone("+79161234567");
    private static final ContactPoint BORIS = mail("boris@brick.example");

    private Shelf shelf;
    private Views views;
    private Company company;

    @BeforeEach
    void open() {
        shelf = new Shelf(Shelf.SHIPPED);
        views = shelf.views();
        company = shelf.company();
    }

    @AfterEach
    void close() {
        shelf.close();
    }

    @Test
    void contacts_are_counted_by_channel_and_month_of_the_hubs_own_zone() throws InterruptedException {
        ClientId anna = company.client("Анна", ANNA, ANNAS_PHONE);
        company.client("Борис", BORIS);
        company.mailFrom(ANNA, at("2026-03-02T09:00"), "1", "a");
        company.mailFrom(BORIS, at("2026-03-03T09:00"), "2", "b");
        company.mailTo(ANNA, at("2026-03-02T10:00"), "3", "c");
        company.mailFrom(ANNA, at("2026-03-31T22:30"), "4", "half past one in Moscow: April");
        company.rings("call 1", ANNAS_PHONE, at("2026-03-04T09:00"));
        company.answers("call 1", ANNAS_PHONE, "Ольга", at("2026-03-04T09:01"));
        company.hangsUp("call 1", ANNAS_PHONE, at("2026-03-04T09:02"));
        company.mailFrom(mail("stranger@elsewhere.example"), at("2026-03-05T09:00"), "5", "of no client");
        company.notes(anna, at("2026-03-06T09:00"), "a note is no contact");
        company.plans(anna, Channel.PHONE, at("2026-03-07T09:00"), "a plan neither");
        company.held(company.plans(anna, Channel.MEETING, at("2026-04-07T09:00"), "but this"), anna,
                at("2026-04-07T09:00"), "was held");

        shelf.build(views, CHANNELS);

        assertThat(shelf.rows(views, CHANNELS)).containsExactly("2026-03 email 4 3 1 2", "2026-03 phone 1 1 0 1",
                "2026-04 email 1 1 0 1", "2026-04 meeting 1 0 0 1");
    }

    @Test
    void the_first_answer_ends_the_waiting_whatever_its_channel() throws InterruptedException {
        company.client("Анна", ANNA, ANNAS_PHONE);
        company.mailFrom(ANNA, at("2026-03-02T09:00"), "waits 2 hours", "");
        company.mailFrom(ANNA, at("2026-03-02T10:00"), "waits 1 hour for the same answer", "");
        company.mailTo(ANNA, at("2026-03-02T11:00"), "the answer", "");
        company.mailTo(ANNA, at("2026-03-02T12:00"), "another one", "");
        company.rings("missed", ANNAS_PHONE, at("2026-03-03T09:00"));
        company.hangsUp("missed", ANNAS_PHONE, at("2026-03-03T09:01"));
        company.rings("taken", ANNAS_PHONE, at("2026-03-03T09:09"));
        company.answers("taken", ANNAS_PHONE, "Ольга", at("2026-03-03T09:10"));
        company.hangsUp("taken", ANNAS_PHONE, at("2026-03-03T09:20"));
        company.mailFrom(ANNA, at("2026-03-04T09:00"), "still waits", "");

        shelf.build(views, ANSWERS);

        // waited 2 hours, 1 hour and 10 minutes
        assertThat(shelf.rows(views, ANSWERS)).containsExactly("2026-Q1 null 4 3 1 1.0 1.8");
    }

    @Test
    void machines_neither_ask_nor_answer_and_a_meeting_does() throws InterruptedException {
        ClientId anna = company.client("Анна", ANNA);
        company.repliesByMachine(Direction.INBOUND, ANNA, at("2026-03-02T08:00"));
        company.mailFrom(ANNA, at("2026-03-02T09:00"), "question", "");
        company.repliesByMachine(Direction.OUTBOUND, ANNA, at("2026-03-02T09:01"));
        company.held(company.plans(anna, Channel.MEETING, at("2026-03-02T10:00"), "visit"), anna,
                at("2026-03-02T10:00"), "said by word of mouth");

        shelf.build(views, ANSWERS);

        assertThat(shelf.rows(views, ANSWERS)).containsExactly("2026-Q1 null 1 1 0 1.0 1.0");
    }

    @Test
    void an_answer_to_one_client_is_none_to_another() throws InterruptedException {
        company.client("Анна", ANNA);
        company.client("Борис", BORIS);
        company.mailFrom(ANNA, at("2026-03-02T09:00"), "question", "");
        company.mailTo(BORIS, at("2026-03-02T10:00"), "answer", "");

        shelf.build(views, ANSWERS);

        assertThat(shelf.rows(views, ANSWERS)).containsExactly("2026-Q1 null 1 0 1 null null");
    }

    @Test
    void nobody_is_slow_who_answers_on_the_next_working_day() throws InterruptedException {
        company.client("Анна", ANNA);
        company.mailFrom(ANNA, at("2026-03-06T14:30"), "half an hour before the end of Friday", "");
        company.mailTo(ANNA, at("2026-03-09T07:00"), "an hour after the beginning of Monday", "");
        company.mailFrom(ANNA, at("2026-03-14T09:00"), "on Saturday", "");
        company.mailTo(ANNA, at("2026-03-15T20:00"), "on Sunday", "");

        shelf.build(views, ANSWERS);

        // waited 1.5 hours and none
        assertThat(shelf.rows(views, ANSWERS)).containsExactly("2026-Q1 null 2 2 0 0.75 1.35");
    }

    @Test
    void waiting_counts_for_who_owned_the_client_then() throws InterruptedException {
        ClientId anna = company.client("Анна", ANNA);
        company.mailFrom(ANNA, at("2026-03-02T09:00"), "nobody's", "");
        company.owned(anna, "Ольга", at("2026-03-10T00:00"), 1);
        company.mailFrom(ANNA, at("2026-03-12T09:00"), "hers", "");
        company.owned(anna, "Пётр", at("2026-03-20T00:00"), 2);
        company.mailFrom(ANNA, at("2026-03-23T09:00"), "his", "");
        company.mailTo(ANNA, at("2026-03-23T09:10"), "late for two of them", "");

        shelf.build(views, ANSWERS);

        assertThat(shelf.rows(views, ANSWERS)).containsExactly("2026-Q1 Ольга 1 1 0 63.17 63.17",
                "2026-Q1 Пётр 1 1 0 0.17 0.17", "2026-Q1 null 1 1 0 135.17 135.17");
    }

    @Test
    void a_view_is_what_was_known_at_its_position() throws InterruptedException {
        ClientId anna = company.client("Анна", ANNA, ANNAS_PHONE);
        InteractionId call = company.rings("call", ANNAS_PHONE, at("2026-03-04T09:00"));
        company.mailFrom(ANNA, at("2026-03-02T09:00"), "question", "");
        InteractionId visit = company.plans(anna, Channel.MEETING, at("2026-03-09T09:00"), "visit");
        long known = company.store().log().head();
        String before = shelf.readable().caughtUp().log().head() + ": " + whole(known);

        company.answers("call", ANNAS_PHONE, "Ольга", at("2026-03-04T09:01"));
        company.held(visit, anna, at("2026-03-10T09:00"), "held a day later");
        company.mailTo(ANNA, at("2026-03-02T10:00"), "answer", "");
        company.unlinked(anna, ANNAS_PHONE, 1);
        company.owned(anna, "Ольга", at("2026-01-01T00:00"), 1);
        company.decides(call, 0, "да", List.of("да"), "пора");
        shelf.readable().caughtUp();

        assertThat(known + ": " + whole(known)).isEqualTo(before);
        assertThat(whole(company.store().log().head())).isNotEqualTo(whole(known));
    }

    /** Everything that any view could read as of this position. */
    private String whole(long position) {
        StringBuilder whole = new StringBuilder();
        for (Relations.Relation relation : Relations.all()) {
            whole.append(relation.name()).append('\n').append(String.join("\n", shelf.sql()
                    .sql(Relations.at(position) + "SELECT t::text FROM " + relation.name() + " t ORDER BY 1")
                    .query(String.class).list())).append('\n');
        }
        return whole.toString();
    }

    private static Instant at(String time) {
        return Instant.parse(time + ":00Z");
    }
}
