package org.interactionhub.queries.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.interactionhub.events.ContactPoint;
import org.interactionhub.queries.console.frame.Addresses;
import org.interactionhub.queries.console.frame.PageFrames;
import org.interactionhub.queries.console.frame.Point;
import org.interactionhub.queries.console.frame.Templates;
import org.interactionhub.queries.console.frame.Visitor;
import org.interactionhub.queries.console.frame.Visits;
import org.interactionhub.queries.timeline.Exchange;
import org.interactionhub.queries.timeline.Highlight;
import org.interactionhub.queries.timeline.TimelineItem;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ClientPageTest {

    private static final String CLIENT = "0197f000-0000-7000-8000-000000000001";

    @Test
    void what_is_planned_stands_above_now_and_what_was_below_in_days() {
        Document page = page(Contacts.all().stream().map(Exchange::of).toList(), Visits.english());

        assertThat(page.select("#entries > li").eachAttr("id")).containsSubsequence("divider-ahead",
                "day-ahead-2026-11-29", "day-ahead-2026-11-25", "divider-now", "day-2026-11-24", "day-2026-11-23");
        assertThat(page.select("#entries > .entry")).hasSize(Contacts.all().size());
        assertThat(page.select("h1, h2, h3").eachText()).startsWith("Анна Петрова", "Planned ahead");
    }

    @Test
    void an_answer_shows_its_own_words_and_folds_what_it_quotes() {
        Element entry = entry(Contacts.aReply(), Visits.english());

        assertThat(entry.expectFirst("p.words").text()).startsWith("Добрый день!").doesNotContain("Ольга");
        assertThat(entry.expectFirst("details .quoted").text()).contains("Анна, когда вам удобно начать?");
        assertThat(entry.expectFirst(".files").text()).isEqualTo("План участка.pdf 1.3 MB");
        assertThat(entry.expectFirst(".parties").text())
                .isEqualTo("Анна Петрова <anna@acme.example> → info@romashka.example");
    }

    @Test
    void words_of_strangers_stay_words() {
        Element entry = entry(Contacts.aMailWithScript(), Visits.english());

        assertThat(entry.select("script, img")).isEmpty();
        assertThat(entry.expectFirst(".subject").text()).isEqualTo("<script>alert(1)</script>");
        assertThat(entry.expectFirst("p.words").text()).contains("<img src=x onerror=alert(3)>");
    }

    @Test
    void words_that_were_sought_are_marked_in_every_form_and_in_nothing_else() {
        TimelineItem mail = Contacts.aMailWithScript();
        String text = String.valueOf(mail.text());
        int at = text.indexOf("alert");

        Element entry = entry(Contacts.sought(mail, new Highlight("/text", at, at + "alert".length())),
                Visits.english());

        assertThat(entry.select("mark").eachText()).isNotEmpty().allMatch("alert"::equals);
        assertThat(entry.select("script, img")).isEmpty();
        assertThat(entry.expectFirst("p.words").text()).isEqualTo(text.strip());
    }

    @Test
    void a_page_says_what_it_shows_in_the_place_of_what_was_typed() {
        ClientPage client = pageOf(List.of(), TimelineFilter.of(Map.of("q", "Котелная")), "No entry holds “Котелная”.");

        Document page = Templates.page("client", model(client, Visits.english()), Locale.ENGLISH);

        assertThat(page.select(".widened").eachText()).containsExactly("No entry holds “Котелная”.");
    }

    @Test
    void a_call_says_how_it_went_for_how_long_and_who_took_it() {
        Element answered = entry(Contacts.anAnsweredCall(), Visits.russian());
        Element missed = entry(Contacts.aMissedCall(), Visits.russian());

        assertThat(answered.expectFirst(".title").text()).isEqualTo("Входящее Звонок, 3:12 отвечен · Ольга Орлова");
        assertThat(answered.expectFirst(".parties").text()).contains("+7 903 123-45-67 → +7 495 123-45-67");
        assertThat(missed.expectFirst(".title").text()).isEqualTo("Входящее Звонок пропущен");
        assertThat(missed.expectFirst(".mark use").attr("href")).endsWith("#phone-missed");
    }

    @Test
    void messages_of_a_thread_are_one_entry_that_says_how_many_from_when_to_when_and_who_waits() {
        Element entry = page(List.of(Contacts.aTalk(40)), Visits.english()).expectFirst("#entries > .entry");

        assertThat(entry.expectFirst(".title").text())
                .isEqualTo("Incoming Котельная под ключ 40 messages no answer yet");
        assertThat(entry.expectFirst(".parties").text()).endsWith("Nov 22, 15:00 – Nov 24, 13:00");
        assertThat(entry.select(".last")).hasSize(1);
        assertThat(entry.select(".original, .files")).isEmpty();
        assertThat(entry.expectFirst("details.messages").attr("hx-get")).startsWith("/clients/1/messages?")
                .contains("thread=", "downTo=begin", "before=front", "direction=inbound");
        assertThat(entry.id()).isEqualTo("entry-" + Contacts.aTalk(40).oldest());
    }

    @Test
    void messages_of_a_thread_stand_in_the_order_in_which_they_were_written() {
        Entries entries = new Entries(Visits.russian(), "/clients/1", Map.of());
        ClientPages.Said said = new ClientPages.Said("1", Stream.of(Contacts.aLongMail(), Contacts.aReply())
                .map(Exchange::of).map(entries::message).toList());

        Document part = Templates.part("messages", "said", Map.of("said", said), Visits.RUSSIAN);

        assertThat(part.select("#said-1 > .message")).hasSize(2);
        Element reply = part.expectFirst(".message:last-child");
        assertThat(reply.select(".who").text()).startsWith("Анна Петрова");
        assertThat(reply.select(".quoted, .files, details.original")).hasSize(3);
    }

    @Test
    void a_missed_call_says_when_it_was_returned() {
        TimelineItem missed = Contacts.aMissedCall();
        Exchange returned = new Exchange(missed, 1, missed.interactionId(), missed.occurredAt(), "", "", List.of(),
                false, Duration.ofMinutes(25));

        Element entry = page(List.of(returned), Visits.english()).expectFirst("#entries > .entry");

        assertThat(entry.select(".badge-soft").eachText()).containsExactly("missed", "called back after 25 min");
    }

    @Test
    void a_form_lists_its_fields_once_and_names_its_campaign() {
        Element entry = entry(Contacts.aForm(), Visits.english());

        assertThat(entry.select(".fields dt").eachText()).containsExactly("Площадь, м²", "Регион", "Топливо",
                "Campaign");
        assertThat(entry.select(".fields dd").eachText()).containsExactly("240", "Тверская область", "газ, дизель",
                "source: google · medium: cpc · yclid: 17");
    }

    @Test
    void edits_and_deletions_are_marked() {
        assertThat(entry(Contacts.anEditedChatMessage(), Visits.english()).select(".badge-soft").text())
                .isEqualTo("edited");
        assertThat(entry(Contacts.aDeletedChatMessage(), Visits.english()).select(".badge-soft").text())
                .isEqualTo("deleted by the sender");
    }

    @Test
    void a_decision_says_what_from_which_options_why_by_whom_and_when() {
        Element decision = entry(Contacts.aMeetingWithADecision(), Visits.english()).expectFirst(".decision");

        assertThat(decision.text()).isEqualTo(
                "Decision: Газовый котёл 2 × 500 кВт Other options: Дизель · Отказ Reason: Газ подведён к участку Ольга Орлова, 4 days ago");
    }

    @Test
    void plans_say_what_became_of_them() {
        assertThat(entry(Contacts.aPlannedCall(), Visits.english()).select(".badge-soft").text()).isEqualTo("planned");
        assertThat(entry(Contacts.anOverdueMeeting(), Visits.english()).select(".badge-soft").text())
                .isEqualTo("outcome open");
        assertThat(entry(Contacts.aCancelledMeeting(), Visits.english()).select(".badge-soft").text())
                .isEqualTo("cancelled");
        assertThat(entry(Contacts.aMeetingWithADecision(), Visits.english()).select(".badge-soft").text())
                .isEqualTo("held");
    }

    @Test
    void an_entry_offers_what_can_be_said_of_it() {
        assertThat(entry(Contacts.aPlannedCall(), Visits.english()).select("[data-say]").eachText())
                .containsExactly("Outcome", "Decision", "Note");
        assertThat(entry(Contacts.aReply(), Visits.english()).select("[data-say]").eachText())
                .containsExactly("Decision", "Note");
        assertThat(entry(Contacts.aCancelledMeeting(), Visits.english()).select("[data-say]").eachText())
                .containsExactly("Note");
    }

    @Test
    void what_staff_tell_says_by_whom() {
        assertThat(entry(Contacts.aNote(), Visits.russian()).expectFirst(".parties").text())
                .isEqualTo("записано: Ольга Орлова");
    }

    @Test
    void every_button_has_its_form_and_every_form_its_way_to_the_api() {
        Document page = page(Contacts.all().stream().map(Exchange::of).toList(), Visits.russian());

        assertThat(page.select("[data-say]").eachAttr("data-say")).isNotEmpty()
                .allSatisfy(form -> assertThat(page.select("dialog#say-" + form)).hasSize(1));
        assertThat(page.select("dialog form[data-post]")).hasSize(8)
                .allSatisfy(form -> assertThat(form.attr("data-post")).startsWith("/api/"));
        assertThat(page.select("dialog [autofocus]")).hasSize(9);
    }

    @Test
    void a_call_that_goes_on_is_noted_beside_the_timeline_and_its_unknown_caller_named() {
        CallView ringing = new CallView("c1", "1", "ringing", "+7 903 555-01-99 is calling", "15:00", null);
        CallView ended = new CallView("c1", "2", "ended", "Анна: call ended", "15:00 · 3:12", "Анна");

        assertThat(calls(ringing).select("form").eachAttr("data-post")).containsExactly("/api/clients/" + CLIENT
                + "/name", "/api/interactions/c1/notes");
        assertThat(calls(ended).select("form").eachAttr("data-post")).containsExactly("/api/interactions/c1/notes",
                "/api/interactions");
        assertThat(calls(ringing).expectFirst("textarea").hasAttr("autofocus")).isTrue();
    }

    private static Document calls(CallView call) {
        return Templates.part("staff", "calls", Map.of("head", head("/clients/" + CLIENT), "calls",
                new ClientPage.Calls("/calls", "c1", List.of(call))), Locale.ENGLISH);
    }

    @Test
    void only_what_a_channel_heard_has_an_original() {
        assertThat(entry(Contacts.aReply(), Visits.english()).select("details.original")).hasSize(1);
        assertThat(entry(Contacts.aNote(), Visits.english()).select("details.original")).isEmpty();
    }

    @Test
    void the_choice_stays_in_the_form_and_in_the_addresses() {
        TimelineFilter filter = TimelineFilter.of(Map.of("q", "котёл & Co", "channel", "email", "direction", "sideways",
                "from", "2026-01-01", "to", "yesterday"));

        Document page = Templates.page("client", model(pageOf(List.of(), filter), Visits.english()), Locale.ENGLISH);

        assertThat(page.expectFirst("#q").val()).isEqualTo("котёл & Co");
        assertThat(page.select("option[selected]").eachAttr("value")).containsExactly("email");
        assertThat(page.expectFirst("#to").val()).isEmpty();
        assertThat(page.expectFirst("#entries").attr("hx-get")).contains("channel=email", "from=2026-01-01")
                .contains("q=%D0%BA%D0%BE%D1%82%D1%91%D0%BB%20%26%20Co").doesNotContain("direction", "to=");
        assertThat(page.expectFirst(".filter-fold").hasAttr("open")).isTrue();
        assertThat(page.expectFirst("#timeline [role=status]").text()).startsWith("No entry matches");
    }

    @Test
    void every_field_has_a_label_and_every_page_its_language() {
        Document page = page(Contacts.all().stream().map(Exchange::of).toList(), Visits.russian());

        assertThat(page.select("form input:not([type=hidden]), form select, form textarea")).isNotEmpty()
                .allSatisfy(field -> assertThat(page.select("label[for=" + field.id() + "]")).hasSize(1));
        assertThat(page.expectFirst("html").attr("lang")).isEqualTo("ru");
        assertThat(page.select("[style], [onclick], script:not([src])")).isEmpty();
    }

    private static Element entry(TimelineItem item, Visitor visitor) {
        return page(List.of(Exchange.of(item)), visitor).expectFirst("#entries > .entry");
    }

    private static Document page(List<Exchange> items, Visitor visitor) {
        return Templates.page("client", model(pageOf(rows(items, visitor), TimelineFilter.of(Map.of())),
                visitor), visitor.words().locale());
    }

    private static List<TimelineRow> rows(List<Exchange> exchanges, Visitor visitor) {
        return TimelineRows.of(exchanges, new Entries(visitor, "/clients/1", Map.of("direction", "inbound")));
    }

    private static Map<String, Object> model(ClientPage page, Visitor visitor) {
        return Map.of("page", page, "frame", PageFrames.quiet(new MockHttpServletRequest("GET", page.path()), visitor));
    }

    private static ClientPage pageOf(List<TimelineRow> rows, TimelineFilter filter, String... widened) {
        String path = "/clients/" + CLIENT;
        return new ClientPage(null, "/clients/1", head(path),
                new CardView(path + "/card", List.of(), List.of(), List.of()),
                new ClientPage.Calls(path + "/calls", null, List.of()), filter, rows, path,
                Addresses.with(path, filter.choices()), null, "/api" + path + "/timeline/export",
                "/api" + path + "/timeline/export?format=json",
                "/api" + path + "/timeline/stream", List.of(widened));
    }

    private static ClientPage.ClientHead head(String path) {
        return new ClientPage.ClientHead(CLIENT, path, "Анна Петрова", "prospect",
                List.of(Point.of(ContactPoint.Type.EMAIL, "anna@acme.example")), null, "14 entries", null, List.of(),
                List.of(), "", "",
                new ClientPage.House("/clients/1/house", "", List.of(), List.of(), null), null);
    }
}
