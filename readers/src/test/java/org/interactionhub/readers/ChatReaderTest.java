package org.interactionhub.readers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.interactionhub.readers.Originals.chat;
import static org.interactionhub.readers.Originals.reading;
import static org.interactionhub.readers.Originals.readings;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.interactionhub.events.Channel;
import org.interactionhub.events.ContactPoint;
import org.interactionhub.events.Direction;
import org.interactionhub.events.InteractionReport;
import org.interactionhub.events.InteractionReport.Kind;
import org.interactionhub.events.Participant;
import org.interactionhub.events.Unreadable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ChatReaderTest {

    private static String update(String kind, String more) {
        return """
                {"update_id": 10, "%s": {"message_id": 5, "date": 1795514400, "chat": {"id": 42, "type": "private"},
                 "from": {"id": 42, "is_bot": false, "first_name": "Анна", "username": "anna"}%s}}
                """.formatted(kind, more);
    }

    @Test
    void a_telegram_message_is_from_a_handle() {
        InteractionReport report = reading(chat(update("message", ", \"text\": \"Здравствуйте\"")));

        assertThat(report.participants())
                .containsExactly(new Participant(Participant.Role.FROM, ContactPoint.Type.CHAT, "telegram:42", "Анна"));
        assertThat(report.text()).isEqualTo("Здравствуйте");
        assertThat(report.occurredAt()).isEqualTo(Instant.ofEpochSecond(1_795_514_400));
        assertThat(report.conversation()).isEqualTo("42");
        assertThat(report.direction()).isEqualTo(Direction.INBOUND);
    }

    @Test
    void an_edit_is_another_report_of_the_same_message() {
        InteractionReport first = reading(chat(update("message", ", \"text\": \"ten\"")));
        InteractionReport edit = reading(
                chat(update("edited_message", ", \"edit_date\": 1795514460, \"text\": \"eleven\"")));

        assertThat(edit.kind()).isEqualTo(Kind.EDITED);
        assertThat(edit.interactionId()).isEqualTo(first.interactionId());
        assertThat(edit.reportId()).isNotEqualTo(first.reportId());
        assertThat(edit.occurredAt()).isEqualTo(Instant.ofEpochSecond(1_795_514_460));
    }

    @Test
    void a_deletion_names_the_messages_that_it_takes_back() {
        InteractionReport message = reading(chat(update("business_message", ", \"text\": \"oops\"")));

        var deletions = readings(
                chat("""
                        {"update_id": 11, "deleted_business_messages": {"chat": {"id": 42, "type": "private"}, "message_ids": [5, 6]}}
                        """));

        assertThat(deletions).extracting(InteractionReport::kind).containsOnly(Kind.DELETED).hasSize(2);
        assertThat(deletions.getFirst().interactionId()).isEqualTo(message.interactionId());
    }

    @Test
    void the_deletions_of_one_update_share_its_original() {
        var deletions = readings(chat(deletionOf(100)));

        assertThat(deletions).hasSize(100)
                .allSatisfy(each -> assertThat(each.original()).isSameAs(deletions.getFirst().original()));
        assertThat(reading(chat(deletionOf(101))).unreadable()).extracting(Unreadable::code)
                .isEqualTo("telegram-too-many-deletions");
    }

    private static String deletionOf(int messages) {
        String ids = IntStream.rangeClosed(1, messages).mapToObj(String::valueOf).collect(Collectors.joining(","));
        return "{\"update_id\": 11, \"deleted_business_messages\": {\"chat\": {\"id\": 42}, \"message_ids\": [" + ids
                + "]}}";
    }

    @Test
    void two_edits_within_one_second_are_two_reports_and_each_keeps_its_own_when_posted_again() {
        String edit = update("edited_message", ", \"edit_date\": 1795514460, \"text\": \"eleven\"");
        InteractionReport first = reading(chat(edit));
        InteractionReport second = reading(
                chat(edit.replace("\"update_id\": 10", "\"update_id\": 11").replace("eleven", "twelve")));

        assertThat(second.reportId()).isNotEqualTo(first.reportId());
        assertThat(second.interactionId()).isEqualTo(first.interactionId());
        assertThat(reading(chat(edit))).isEqualTo(first);
    }

    @Test
    void her_own_contact_states_her_phone_number_and_a_friends_does_not() {
        InteractionReport hers = reading(
                chat(update("message", ", \"contact\": {\"phone_number\": \"79031234567\", \"user_id\": 42}")));
        InteractionReport friends = reading(
                chat(update("message", ", \"contact\": {\"phone_number\": \"79031234567\", \"user_id\": 43}")));

        assertThat(hers.stated()).extracting(ContactPoint::value).containsExactly("+79031234567");
        assertThat(friends.stated()).isEmpty();
    }

    @Test
    void a_photo_without_words_says_that_it_is_one() {
        assertThat(reading(chat(update("message", ", \"photo\": [{\"file_id\": \"x\"}]"))).text()).isEqualTo("photo");
    }

    @Test
    void files_of_an_album_are_kept_by_reference_and_know_their_album() {
        InteractionReport report = reading(chat(update("message", """
                , "media_group_id": "900", "caption": "The plan", "photo": [{"file_id": "small", "file_size": 1},
                 {"file_id": "large", "file_size": 9}]""")));

        assertThat(report.text()).isEqualTo("The plan");
        assertThat(report.attributes()).containsEntry("album", "900").containsEntry("files",
                List.of(Map.of("kind", "photo", "id", "large", "size", "9")));
    }

    @Test
    void in_a_group_the_conversation_is_the_groups_and_the_sender_her_own() {
        InteractionReport report = reading(chat(update("message", ", \"text\": \"Hello\"")
                .replace("\"id\": 42, \"type\": \"private\"",
                        "\"id\": -1001, \"type\": \"supergroup\", \"title\": \"Site\"")));

        assertThat(report.conversation()).isEqualTo("-1001");
        assertThat(report.participants()).extracting(Participant::value).containsExactly("telegram:42");
        assertThat(report.attributes()).containsEntry("chatTitle", "Site");
    }

    @Test
    void a_pressed_button_is_what_she_says() {
        InteractionReport report = reading(
                chat("""
                        {"update_id": 12, "callback_query": {"id": "77", "data": "CALL_ME", "from": {"id": 42, "first_name": "Anna"},
                         "message": {"message_id": 9, "date": 1795514400, "chat": {"id": 42, "type": "private"}}}}
                        """));

        assertThat(report.text()).isEqualTo("CALL_ME");
        assertThat(report.conversation()).isEqualTo("42");
    }

    @Test
    void a_content_of_tomorrow_is_named_by_its_own_word() {
        InteractionReport report = reading(chat(update("message", ", \"hologram_note\": {\"file_id\": \"h\"}")));

        assertThat(report.text()).isEqualTo("hologram note");
    }

    @Test
    void what_a_bot_of_ours_says_goes_out() {
        InteractionReport report = reading(chat("""
                {"update_id": 1, "message": {"message_id": 6, "date": 1795514400, "chat": {"id": 42, "type": "private"},
                 "from": {"id": 7, "is_bot": true, "first_name": "Hub"}, "text": "Hello"}}
                """));

        assertThat(report.direction()).isEqualTo(Direction.OUTBOUND);
        assertThat(report.participants()).extracting(Participant::value).containsExactly("telegram:7", "telegram:42");
    }

    @Test
    void any_messenger_can_speak_the_hubs_own_shape() {
        InteractionReport report = reading(
                chat("""
                        {"conversation": "c-17", "messageId": 4, "from": {"id": "anna", "name": "Anna", "phone": "8 903 123-45-67"},
                         "text": "Hello", "sentAt": "2026-11-24T10:15:00+03:00", "provider": "Site Chat"}
                        """));

        assertThat(report.participants().getFirst().value()).isEqualTo("site-chat:anna");
        assertThat(report.stated()).extracting(ContactPoint::value).containsExactly("+79031234567");
        assertThat(report.occurredAt()).isEqualTo(Instant.parse("2026-11-24T07:15:00Z"));
    }

    @Test
    void the_hubs_own_shape_may_have_more_than_it_needs() {
        String plain = """
                {"conversation": "c-17", "messageId": "m-4", "from": {"id": "anna"}, "text": "Hello"}""";

        assertThat(reading(chat(plain.replaceFirst("}$", ", \"type\": \"text\", \"group_id\": 9, \"update_id\": 1}"))))
                .extracting(InteractionReport::reportId, InteractionReport::text)
                .containsExactly(reading(chat(plain)).reportId(), "Hello");
    }

    @Test
    void what_somebody_writes_is_never_a_post_of_another() {
        InteractionReport report = reading(form("MessageSid=SM1&AccountSid=AC1&From=%2B79031234567&To=%2B74951234567"
                + "&AddOns=%7B%22status%22%3A%22successful%22%7D&Body=" + encoded(update("message", ""))));

        assertThat(report.participants().getFirst().value()).isEqualTo("twilio-sms:+79031234567");
        assertThat(report.text()).isEqualTo(update("message", ""));
    }

    @Test
    void json_may_stand_in_a_field_that_is_there_for_it() {
        assertThat(reading(form("payload=" + encoded(update("message", ", \"text\": \"Hi\"")))).text()).isEqualTo("Hi");
    }

    private static Received form(String body) {
        return new Received(Channel.CHAT, "support-bot", "application/x-www-form-urlencoded",
                body.getBytes(StandardCharsets.UTF_8), Originals.NOON, Map.of());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"{\"update_id\": 1, \"poll\": {}}|telegram-unsupported-update",
            "{\"hello\": 1}|chat-unknown-payload", "[]|chat-not-an-object",
            "{\"conversation\": 1, \"messageId\": 2, \"text\": \"x\"}|chat-no-sender"})
    void a_post_that_cannot_be_read_is_kept_with_a_reason(String json, String code) {
        assertThat(reading(chat(json)).unreadable()).extracting(Unreadable::code).isEqualTo(code);
    }
}
