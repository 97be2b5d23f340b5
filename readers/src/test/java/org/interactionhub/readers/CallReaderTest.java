package org.interactionhub.readers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.interactionhub.readers.Originals.NOON;
import static org.interactionhub.readers.Originals.call;
import static org.interactionhub.readers.Originals.callLog;
import static org.interactionhub.readers.Originals.reading;
import static org.interactionhub.readers.Originals.readings;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.interactionhub.events.Channel;
import org.interactionhub.events.ContactPoint;
import org.interactionhub.events.Direction;
import org.interactionhub.events.InteractionReport;
import org.interactionhub.events.InteractionReport.Kind;
import org.interactionhub.events.Participant;
import org.interactionhub.events.Unreadable;
import org.interactionhub.readers.providers.Provider;
import org.interactionhub.readers.providers.Providers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CallReaderTest {

    private static final String RECORD = "\"\",\"84951234567\",\"101\",\"ext\",\"\"\"Анна\"\" <84951234567>\",\"PJSIP/trunk-01\","
            + "\"PJSIP/101-02\",\"Dial\",\"PJSIP/101\",\"2026-11-24 10:00:00\",\"2026-11-24 10:00:05\",\"2026-11-24 10:01:05\","
            + "65,60,\"ANSWERED\",\"DOCUMENTATION\",\"1795514400.7\",\"\"";

    @Test
    void the_events_of_one_call_are_three_reports_of_one_interaction() {
        InteractionReport ringing = reading(
                call("""
                        {"event": "newCall", "from": "84951234567", "to": "101", "direction": "in", "callId": "c1", "user": ["Olga"]}
                        """));
        InteractionReport answered = reading(
                call("""
                        {"event": "answer", "from": "84951234567", "to": "101", "direction": "in", "callId": "c1", "user": "Olga",
                         "answeringNumber": "101"}
                        """));

        assertThat(ringing.kind()).isEqualTo(Kind.RECORDED);
        assertThat(answered.kind()).isEqualTo(Kind.PROGRESSED);
        assertThat(answered.interactionId()).isEqualTo(ringing.interactionId());
        assertThat(answered.reportId()).isNotEqualTo(ringing.reportId());
        assertThat(ringing.participants()).extracting(Participant::value).containsExactly("+74951234567", "101");
        assertThat(ringing.occurredAt()).isEqualTo(NOON);
        assertThat(answered.attributes()).containsEntry("agents", List.of("Olga")).containsEntry("event", "answer");
    }

    @Test
    void an_event_may_come_url_encoded() throws NotItsContentType {
        Received received = new Received(Channel.PHONE, "office",
                "application/x-www-form-urlencoded",
                "event=newCall&from=101&to=%2B79031234567&direction=out&callId=c2&user%5B%5D=Olga&user%5B%5D=Pavel"
                        .getBytes(StandardCharsets.UTF_8),
                NOON, Map.of());

        InteractionReport report = new Readers("RU").read(received).getFirst();

        assertThat(report.direction()).isEqualTo(Direction.OUTBOUND);
        assertThat(report.attributes()).containsEntry("agents", List.of("Olga", "Pavel"));
    }

    @Test
    void the_legs_of_a_call_that_freeswitch_tells_are_one_interaction() {
        InteractionReport caller = reading(call("""
                {"core-uuid": "c", "variables": {"uuid": "a", "call_uuid": "a", "start_epoch": "1795514400",
                 "answer_epoch": "1795514405", "duration": "65", "billsec": "60", "hangup_cause": "NORMAL_CLEARING"},
                 "callflow": [{"caller_profile": {"caller_id_name": "Anna%20P.", "caller_id_number": "%2B79031234567",
                 "destination_number": "101"}}]}
                """));
        InteractionReport called = reading(
                call("""
                        {"core-uuid": "c", "variables": {"uuid": "b", "call_uuid": "a", "start_epoch": "1795514402", "duration": "63"},
                         "callflow": [{"caller_profile": {"caller_id_number": "+79031234567", "destination_number": "101"}}]}
                        """));

        assertThat(called.interactionId()).isEqualTo(caller.interactionId());
        assertThat(called.reportId()).isNotEqualTo(caller.reportId());
        assertThat(caller.kind()).isEqualTo(Kind.RECORDED);
        assertThat(called.kind()).isEqualTo(Kind.PROGRESSED);
        assertThat(caller.direction()).isEqualTo(Direction.INBOUND);
        assertThat(caller.participants().getFirst())
                .isEqualTo(new Participant(Participant.Role.FROM, ContactPoint.Type.PHONE, "+79031234567", "Anna P."));
        assertThat(caller.occurredAt()).isEqualTo(Instant.ofEpochSecond(1_795_514_400));
        assertThat(caller.attributes()).containsEntry("answered", true).containsEntry("durationSeconds", 65)
                .containsEntry("talkSeconds", 60);
    }

    @Test
    void a_call_that_is_nested_without_end_is_kept_with_a_reason() {
        InteractionReport report = reading(call("{\"core-uuid\": \"c\", \"variables\": " + "[".repeat(300) + "1"
                + "]".repeat(300) + "}"));

        assertThat(report.unreadable()).extracting(Unreadable::code).isEqualTo("json-too-much");
    }

    @Test
    void an_exchange_may_put_its_json_into_a_field_of_a_form() throws NotItsContentType {
        Received received = new Received(Channel.PHONE, "office", "application/x-www-form-urlencoded",
                ("vpbx_api_key=k&sign=s&json=" + URLEncoder.encode("""
                        {"entry_id": "e1", "call_id": "l1", "timestamp": 1795514400, "seq": 1, "call_state": "Appeared",
                         "from": {"number": "79031234567"}, "to": {"number": "74951234567"}}""",
                        StandardCharsets.UTF_8))
                        .getBytes(StandardCharsets.UTF_8),
                NOON, Map.of());

        InteractionReport report = new Readers("RU").read(received).getFirst();

        assertThat(report.participants()).extracting(Participant::value).containsExactly("+79031234567",
                "+74951234567");
        assertThat(report.conversation()).isEqualTo("e1");
    }

    @Test
    void an_event_may_have_more_than_it_needs() throws NotItsContentType {
        String event = "event=newCall&callId=c1&from=84951234567&to=101";
        InteractionReport plain = new Readers("RU").read(form(event)).getFirst();

        InteractionReport report = new Readers("RU")
                .read(form(event + "&uuid=7&status=ringing&conversation_uuid=9&data=%7B%22user%22%3A1%7D")).getFirst();

        assertThat(report.reportId()).isEqualTo(plain.reportId());
        assertThat(report.interactionId()).isEqualTo(plain.interactionId());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {
            "twilio-voice|{'CallSid': 'c', 'CallStatus': 'ringing', 'From': '+79031234567'}|-",
            "twilio-voice|{'CallSid': 'c', 'CallStatus': 'in-progress'}|true",
            "twilio-voice|{'CallSid': 'c', 'CallStatus': 'completed', 'CallDuration': '65'}|true",
            "twilio-voice|{'CallSid': 'c', 'CallStatus': 'no-answer'}|false",
            "mango|{'entry_id': 'e', 'call_state': 'Connected'}|true",
            "mango|{'entry_id': 'e', 'call_state': 'Disconnected'}|-",
            "novofon|{'pbx_call_id': 'p', 'event': 'NOTIFY_ANSWER'}|true",
            "novofon|{'pbx_call_id': 'p', 'event': 'NOTIFY_INTERNAL'}|-",
            "novofon|{'pbx_call_id': 'p', 'event': 'NOTIFY_END', 'disposition': 'answered'}|true",
            "novofon|{'pbx_call_id': 'p', 'event': 'NOTIFY_END', 'disposition': 'no answer'}|false",
            "vonage-voice|{'uuid': 'u', 'conversation_uuid': 'c', 'status': 'answered'}|true",
            "vonage-voice|{'uuid': 'u', 'conversation_uuid': 'c', 'status': 'completed'}|true",
            "vonage-voice|{'uuid': 'u', 'conversation_uuid': 'c', 'status': 'unanswered'}|false"})
    void a_call_is_answered_if_its_exchange_says_so(String exchange, String post, @Nullable Boolean answered) {
        InteractionReport report = reading(call(post.replace('\'', '"')));

        assertThat(report.attributes().get("provider")).isEqualTo(exchange);
        assertThat(report.attributes().get("answered")).isEqualTo(answered);
    }

    @Test
    void every_exchange_can_say_that_a_call_was_answered() {
        List<Provider> exchanges = Providers.known().all().stream()
                .filter(one -> one.channel() == Channel.PHONE).toList();

        assertThat(exchanges).isNotEmpty().allSatisfy(exchange -> assertThat(exchange.rules()).as(exchange.name())
                .anyMatch(rule -> rule.truths().containsKey("answered")
                        || List.of("=answer").equals(rule.attributes().get("event"))));
    }

    @Test
    void the_leg_to_an_agent_tells_of_the_call_and_makes_nobody_a_client() {
        InteractionReport began = reading(call("""
                {"CallSid": "CA1", "CallStatus": "ringing", "Direction": "inbound", "From": "+79031234567",
                 "To": "+74951234567"}"""));
        InteractionReport leg = reading(call("""
                {"CallSid": "CA2", "ParentCallSid": "CA1", "CallStatus": "ringing", "Direction": "outbound-dial",
                 "From": "+79031234567", "To": "+79037654321"}"""));

        assertThat(leg.interactionId()).isEqualTo(began.interactionId());
        assertThat(leg.kind()).isEqualTo(Kind.PROGRESSED);
        assertThat(leg.direction()).isEqualTo(Direction.INBOUND);
        assertThat(leg.participants()).isEmpty();
        assertThat(leg.attributes()).containsEntry("agent", "+79037654321");
    }

    private static Received form(String body) {
        return new Received(Channel.PHONE, "office", "application/x-www-form-urlencoded",
                body.getBytes(StandardCharsets.UTF_8), NOON, Map.of());
    }

    @Test
    void a_tracked_call_knows_what_led_to_it() {
        InteractionReport report = reading(call("""
                {"id": "77", "callernum": "+79031234567", "callername": "Anna", "trackingnum": "+74951234567",
                 "datetime": "2026-11-24 10:00:00", "duration": "65", "answered": "true", "utm_source": "yandex",
                 "gclid": "g1", "landingpage": "https://acme.example/boilers"}
                """));

        assertThat(report.attributes()).containsEntry("answered", true).containsEntry("durationSeconds", 65)
                .containsEntry("landingPage", "https://acme.example/boilers")
                .containsEntry("campaign", Map.of("utm_source", "yandex", "gclid", "g1"));
        assertThat(report.occurredAt()).isEqualTo(Instant.parse("2026-11-24T10:00:00Z"));
    }

    @Test
    void what_ended_and_how_long_it_was_is_told_of_the_call_that_began() {
        InteractionReport began = reading(call("""
                {"event": "ice", "callid": "s1", "timestamp": "2026-11-24T10:00:00Z", "cli": "+79031234567",
                 "to": {"type": "did", "endpoint": "+74951234567"}}
                """));
        InteractionReport ended = reading(call("""
                {"event": "dice", "callid": "s1", "timestamp": "2026-11-24T10:01:00Z", "reason": "CALLERHANGUP",
                 "result": "ANSWERED", "duration": 40, "from": "+79031234567"}
                """));

        assertThat(ended.interactionId()).isEqualTo(began.interactionId());
        assertThat(ended.kind()).isEqualTo(Kind.PROGRESSED);
        assertThat(ended.attributes()).containsEntry("answered", true).containsEntry("durationSeconds", 40)
                .containsEntry("cause", "CALLERHANGUP");
    }

    @Test
    void an_event_of_an_unknown_kind_is_kept_with_a_reason() {
        InteractionReport report = reading(call("{\"event\": \"hold\", \"callId\": \"c1\", \"from\": \"1\"}"));

        assertThat(report.unreadable()).extracting(Unreadable::code).isEqualTo("call-unknown-event");
    }

    @Test
    void a_call_log_has_a_report_for_each_record_with_an_original_of_its_own() {
        List<InteractionReport> reports = readings(callLog(RECORD + "\r\n\r\n" + RECORD.replace(".7", ".8") + "\r\n"));

        assertThat(reports).hasSize(2);
        InteractionReport first = reports.getFirst();
        assertThat(first.occurredAt()).isEqualTo(Instant.parse("2026-11-24T10:00:00Z"));
        assertThat(first.direction()).isEqualTo(Direction.INBOUND);
        assertThat(first.participants().getFirst().name()).isEqualTo("Анна");
        assertThat(first.attributes()).containsEntry("answered", true)
                .containsEntry("durationSeconds", 65)
                .containsEntry("talkSeconds", 60)
                .containsEntry("agent", "101");
        assertThat(Base64.getDecoder().decode(Objects.requireNonNull(first.original().bytes())))
                .isEqualTo(RECORD.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_call_log_with_a_header_may_have_its_columns_in_any_order_also_when_read_again() throws NotItsContentType {
        Readers readers = new Readers("RU", ZoneId.of("Europe/Moscow"));
        InteractionReport report = readers.read(callLog("""
                start,src,dst,uniqueid,disposition,duration,billsec
                2026-11-24 10:00:00,101,89031234567,77.1,NO ANSWER,20,0
                """)).getFirst();

        InteractionReport again = readers.again(report, report.original().inline().orElseThrow());

        assertThat(report.occurredAt()).isEqualTo(Instant.parse("2026-11-24T07:00:00Z"));
        assertThat(report.direction()).isEqualTo(Direction.OUTBOUND);
        assertThat(report.attributes()).containsEntry("answered", false).containsEntry("agent", "101");
        assertThat(again).isEqualTo(report);
    }

    @Test
    void a_broken_record_does_not_take_its_neighbours_with_it() {
        List<InteractionReport> reports = readings(callLog(RECORD + "\nonly,three,columns\n"));

        assertThat(reports.getFirst().unreadable()).isNull();
        assertThat(reports.getLast().unreadable()).extracting(Unreadable::code).isEqualTo("cdr-too-few-columns");
    }

    @Test
    void a_record_that_is_no_csv_leaves_the_others_readable() {
        List<InteractionReport> reports = readings(callLog("\"a\"b,\"c\"\n" + RECORD));

        assertThat(reports).hasSize(2);
        assertThat(reports.getLast().unreadable()).isNull();
    }

    @Test
    void a_quotation_mark_that_is_never_closed_spoils_only_its_own_line() {
        List<InteractionReport> reports = readings(callLog(RECORD + "\n\"torn,off\n" + RECORD.replace(".7", ".8")));

        assertThat(reports).hasSize(3);
        assertThat(reports.get(1).unreadable()).isNotNull();
        assertThat(reports.getLast().unreadable()).isNull();
    }

    @Test
    void a_call_log_of_more_than_twenty_thousand_records_is_to_be_split() {
        assertThat(readings(callLog("src,dst,start\n" + "a,b\n".repeat(20_000)))).hasSize(20_000);
        assertThatThrownBy(() -> new Readers("RU").read(callLog("a,b\n".repeat(20_001))))
                .isInstanceOf(TooManyRecords.class)
                .hasMessageContaining("Split the file");
        assertThatThrownBy(() -> new Readers("RU").read(callLog("\"a,b\n".repeat(200_001))))
                .isInstanceOf(TooManyRecords.class);
    }

    @Test
    void a_header_without_end_is_not_kept_in_each_of_its_reports() {
        InteractionReport report = reading(callLog("src,dst,start," + "x".repeat(5_000) + "\n" + RECORD));

        assertThat(report.unreadable()).extracting(Unreadable::code).isEqualTo("cdr-long-header");
    }

    @Test
    void what_is_no_csv_is_refused() {
        assertThatThrownBy(() -> new Readers("RU").read(callLog("hello"))).isInstanceOf(NotItsContentType.class);
    }
}
