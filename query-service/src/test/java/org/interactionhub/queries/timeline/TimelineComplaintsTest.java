package org.interactionhub.queries.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.interactionhub.queries.Company.MONDAY;
import static org.interactionhub.queries.Company.mail;
import static org.interactionhub.queries.Company.phone;

import java.util.List;
import org.interactionhub.events.Channel;
import org.interactionhub.events.ClientId;
import org.interactionhub.events.ContactPoint;
import org.interactionhub.events.Relation;
import org.interactionhub.queries.Company;
import org.interactionhub.queries.history.Readable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/**
 * What users of other tools complain of when a history is split or cannot be filtered, each told by its number in the list of
 * complaints. That it is slow (06, 07 and 08) is held by a measurement, {@code ./hub bench registry}.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TimelineComplaintsTest {

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

    /** https://github.com/chatwoot/chatwoot/issues/14010 */
    @Test
    void timeline_01_what_was_talked_of_earlier_stands_in_the_same_scroll() {
        company.mailFrom(annasMail, MONDAY, "Котельная", "Нужна смета");
        company.mailFrom(annasMail, MONDAY.plusSeconds(86_400), "Совсем о другом", "Нужен сервис");
        readable.caughtUp();

        assertThat(shown(TimelineQuestion.newest(anna, 10))).containsExactly("Совсем о другом", "Котельная");
    }

    /** https://github.com/chatwoot/chatwoot/issues/13470 */
    @Test
    void timeline_02_calls_to_two_of_our_numbers_and_a_mail_are_one_history() {
        company.rings("first line", annasPhone, MONDAY);
        company.rings("second line", annasPhone, MONDAY.plusSeconds(60));
        company.mailFrom(annasMail, MONDAY.plusSeconds(120), "Котельная", "");
        readable.caughtUp();

        assertThat(timeline.page(TimelineQuestion.newest(anna, 10)).items()).extracting(TimelineItem::channel)
                .containsExactly(Channel.EMAIL, Channel.PHONE, Channel.PHONE);
    }

    /**
     * https://github.com/twentyhq/twenty/issues/9478 https://github.com/SuiteCRM/SuiteCRM-Core/issues/195
     * https://github.com/deejay-hub/timeline-lwc/issues/349
     */
    @Test
    void timeline_03_a_mail_to_several_people_of_a_house_stands_with_each_and_once_with_the_house() {
        ClientId acme = company.client("Acme");
        ContactPoint petrsMail = mail("petr@acme.example");
        ClientId petr = company.client("Пётр", petrsMail);
        company.related(anna, acme, Relation.EMPLOYEE_OF, null, null);
        company.related(petr, acme, Relation.EMPLOYEE_OF, null, null);
        company.mailFrom(annasMail, petrsMail, MONDAY, "Обоим");
        readable.caughtUp();

        assertThat(List.of(anna, petr, acme)).allSatisfy(
                client -> assertThat(shown(TimelineQuestion.newest(client, 10))).containsExactly("Обоим"));
    }

    /** https://github.com/frappe/crm/issues/2294 */
    @Test
    void timeline_04_what_another_system_books_stands_between_the_mails() {
        company.mailFrom(annasMail, MONDAY, "Котельная", "Нужна смета");
        company.buys(annasMail, MONDAY.plusSeconds(60), "2400000", "17-К");
        company.pays(annasPhone, MONDAY.plusSeconds(120), "120000.5", "ПП-481");
        company.mailFrom(annasMail, MONDAY.plusSeconds(180), "Re: Котельная", "Оплатили");
        readable.caughtUp();

        assertThat(shown(TimelineQuestion.newest(anna, 10)).stream().map(line -> line.replace('\u00A0', ' ')))
                .containsExactly("Re: Котельная", "Payment 120 000.50 RUB · ПП-481", "Deal 2 400 000 RUB · 17-К",
                        "Котельная");
    }

    /** https://github.com/SuiteCRM/SuiteCRM/issues/2559 https://github.com/SuiteCRM/SuiteCRM/issues/830 */
    @Test
    void timeline_05_a_filter_leaves_out_what_it_does_not_name() {
        company.mailFrom(annasMail, MONDAY, "Котельная", "");
        company.rings("a call", annasPhone, MONDAY.plusSeconds(60));
        readable.caughtUp();

        assertThat(timeline.page(TimelineQuestion.calls(anna, 10)).items()).extracting(TimelineItem::channel)
                .containsExactly(Channel.PHONE);
    }

    private List<String> shown(TimelineQuestion question) {
        return timeline.page(question).items().stream().map(item -> String.valueOf(item.subject())).toList();
    }
}
