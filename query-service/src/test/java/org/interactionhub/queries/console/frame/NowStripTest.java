package org.interactionhub.queries.console.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.interactionhub.events.Channel;
import org.interactionhub.events.ClientId;
import org.interactionhub.events.ContactPoint;
import org.interactionhub.events.InteractionId;
import org.interactionhub.events.ThreadId;
import org.interactionhub.queries.live.NowEntry;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class NowStripTest {

    private static final ClientId ANNA = ClientId.of("0197f000-0000-7000-8000-000000000001");
    private static final ThreadId TALK = ThreadId.of("0197f000-0000-7000-8000-000000000002");
    private static final ContactPoint HER_NUMBER = new ContactPoint(ContactPoint.Type.PHONE, "+79031234567");

    @Test
    void a_ringing_call_names_its_client_and_opens_her_timeline() {
        Document strip = strip(List.of(call(1, NowEntry.State.RINGING, 1)));

        assertThat(strip.expectFirst("a.chip").text()).isEqualTo("Анна is calling take notes");
        assertThat(strip.expectFirst("a.chip").attr("href"))
                .isEqualTo("/clients/" + ANNA + "?call=" + interaction(1));
        assertThat(strip.expectFirst("a.chip").classNames()).contains("phone", "ringing");
    }

    @Test
    void a_call_that_goes_on_keeps_its_place_and_changes_its_version() {
        Document ringing = strip(List.of(call(1, NowEntry.State.RINGING, 1)));
        Document answered = strip(List.of(call(1, NowEntry.State.ANSWERED, 2)));

        assertThat(answered.expectFirst("li").id()).isEqualTo(ringing.expectFirst("li").id());
        assertThat(answered.expectFirst("li").attr("data-version"))
                .isNotEqualTo(ringing.expectFirst("li").attr("data-version"));
    }

    @Test
    void a_stranger_is_named_by_her_number_and_leads_to_the_search() {
        NowEntry stranger = new NowEntry(interaction(1), Channel.PHONE, NowEntry.State.MISSED, null, null, HER_NUMBER,
                null, null, null, Visits.NOW, 1);

        Document strip = strip(List.of(stranger));

        assertThat(strip.expectFirst("a.chip").text()).isEqualTo("+7 903 123-45-67 missed call");
        assertThat(strip.expectFirst("a.chip").attr("href")).isEqualTo("/?q=%2B79031234567");
    }

    @Test
    void a_message_says_what_it_is_about() {
        NowEntry mail = new NowEntry(interaction(1), Channel.EMAIL, NowEntry.State.MESSAGE, ANNA, "Анна", null,
                "<b>Срочно</b>", null, null, Visits.NOW, 1);
        NowEntry wordless = new NowEntry(interaction(2), Channel.CHAT, NowEntry.State.MESSAGE, null, null, null, null,
                " ", null, Visits.NOW, 2);

        Document strip = strip(List.of(mail, wordless));

        assertThat(strip.select("a.chip").eachText()).containsExactly("Анна mail: <b>Срочно</b>",
                "Unknown sender new chat message");
    }

    @Test
    void what_is_written_in_one_conversation_is_one_chip_with_the_newest_words() {
        List<NowEntry> said = List.of(chat(3, "И смету?"), call(9, NowEntry.State.RINGING, 9), chat(2, "Где договор?"),
                chat(1, "Здравствуйте!"));

        Document strip = strip(said);
        Document before = strip(said.subList(1, 4));

        assertThat(strip.select("a.chip .what").eachText()).containsExactly("chat: И смету?", "is calling");
        assertThat(strip.select("a.chip.chat .times > *").eachText()).containsExactly("3", "3 messages");
        assertThat(strip.expectFirst("li:has(.chat)").id()).isEqualTo(before.expectFirst("li:has(.chat)").id());
        assertThat(before.select("a.chip.chat .times > *").eachText()).containsExactly("2", "2 messages");
    }

    @Test
    void who_is_known_by_her_number_alone_is_called_by_it_as_people_write_it() {
        NowEntry unnamed = new NowEntry(interaction(1), Channel.PHONE, NowEntry.State.MISSED, ANNA, "+442079460958",
                null, null, null, null, Visits.NOW, 1);

        assertThat(strip(List.of(unnamed)).expectFirst("a.chip").text()).isEqualTo("+44 20 7946 0958 missed call");
    }

    @Test
    void three_are_shown_and_the_others_folded_away() {
        Document strip = strip(IntStream.range(0, 5).mapToObj(i -> call(i, NowEntry.State.ENDED, i)).toList());

        assertThat(strip.select("#now > li > a.chip")).hasSize(3);
        assertThat(strip.expectFirst("summary").text()).isEqualTo("2 more");
        assertThat(strip.select("details a.chip")).hasSize(2);
    }

    @Test
    void silence_is_said_in_words() {
        assertThat(strip(List.of()).text()).isEqualTo("Nobody is calling or writing right now");
    }

    private static Document strip(List<NowEntry> entries) {
        return Templates.part("now", "strip", Map.of("strip", NowStrip.of(entries, Visits.english())), Locale.ENGLISH);
    }

    private static NowEntry chat(int number, String words) {
        return new NowEntry(interaction(number), Channel.CHAT, NowEntry.State.MESSAGE, ANNA, "Анна", null, null, words,
                TALK, Visits.NOW, number);
    }

    private static NowEntry call(int number, NowEntry.State state, long position) {
        return new NowEntry(interaction(number), Channel.PHONE, state, ANNA, "Анна", HER_NUMBER, null, null,
                null, Visits.NOW, position);
    }

    private static InteractionId interaction(int number) {
        return InteractionId.of(Channel.PHONE, "office", "call " + number, Visits.NOW);
    }
}
