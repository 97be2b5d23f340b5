package org.interactionhub.readers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.interactionhub.readers.Originals.NOON;
import static org.interactionhub.readers.Originals.reading;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.interactionhub.events.Channel;
import org.interactionhub.events.ContactPoint;
import org.interactionhub.events.InteractionReport;
import org.interactionhub.events.Participant;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Posts of services that build forms, as they send them, and what tells a machine from a person. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FormServicesTest {

    private static final String URL_ENCODED = "application/x-www-form-urlencoded";
    private static final String JSON = "application/json";

    private static Received posted(String contentType, String body, String delivery) {
        return new Received(Channel.WEB_FORM, "callback", contentType, body.getBytes(StandardCharsets.UTF_8), NOON,
                Map.of("delivery", delivery));
    }

    private static InteractionReport read(String contentType, String body) {
        return reading(posted(contentType, body, "d-1"));
    }

    private static Map<?, ?> campaign(InteractionReport report) {
        return report.attributes().get("campaign") instanceof Map<?, ?> campaign ? campaign : Map.of();
    }

    @Test
    void a_tilda_form_tells_in_a_cookie_what_led_to_it() {
        InteractionReport report = read(URL_ENCODED, "Name=%D0%90%D0%BD%D0%BD%D0%B0&Phone=%2B7+%28903%29+123-45-67"
                + "&formid=form12&formname=Callback&tranid=1:77"
                + "&COOKIES=_ym_uid%3D1%3B+TILDAUTM%3Dutm_source%253Dyandex%257C%257C%257Cutm_medium%253Dcpc");

        assertThat(report.participants().getFirst())
                .isEqualTo(new Participant(Participant.Role.FROM, ContactPoint.Type.PHONE, "+79031234567", "Анна"));
        assertThat(campaign(report)).isEqualTo(Map.of("utm_source", "yandex", "utm_medium", "cpc", "_ym_uid", "1"));
    }

    @Test
    void a_submission_that_its_service_sends_again_is_the_same() {
        String tilda = "Email=anna%40acme.example&formid=form12&tranid=1:77";

        assertThat(reading(posted(URL_ENCODED, tilda, "d-2")).reportId())
                .isEqualTo(reading(posted(URL_ENCODED, tilda, "d-1")).reportId())
                .isNotEqualTo(reading(posted(URL_ENCODED, tilda.replace("77", "78"), "d-1")).reportId());
    }

    @Test
    void an_id_that_only_names_the_form_is_no_submission() {
        String hidden = "email=anna%40acme.example&form_id=contact&id=17";
        String netlify = """
                {"id": "n1", "form_id": "f1", "site_url": "https://acme.example", "created_at": "2026-11-24T11:50:00Z",
                 "data": {"email": "anna@acme.example"}}""";

        assertThat(reading(posted(URL_ENCODED, hidden, "d-2")).reportId())
                .isNotEqualTo(reading(posted(URL_ENCODED, hidden, "d-1")).reportId());
        assertThat(reading(posted(JSON, netlify, "d-2")).reportId())
                .isEqualTo(reading(posted(JSON, netlify, "d-1")).reportId());
    }

    @Test
    void answers_to_questions_become_fields() {
        InteractionReport report = read(JSON,
                """
                        {"event_id": "e1", "event_type": "form_response", "form_response": {"form_id": "f1", "token": "t1",
                         "landed_at": "2026-11-24T11:50:00Z", "submitted_at": "2026-11-24T11:51:00Z",
                         "hidden": {"utm_source": "vk", "gclid": "g7"},
                         "definition": {"fields": [{"id": "a", "title": "What is your name?"}, {"id": "b", "title": "Which boiler?"}]},
                         "answers": [{"type": "text", "text": "Anna", "field": {"id": "a", "type": "short_text", "ref": "r1"}},
                          {"type": "choice", "choice": {"label": "Gas"}, "field": {"id": "b", "type": "multiple_choice"}},
                          {"type": "phone_number", "phone_number": "+79031234567", "field": {"id": "c", "type": "phone_number"}},
                          {"type": "email", "email": "anna@acme.example", "field": {"id": "d", "type": "email"}}]}}
                        """);

        assertThat(report.stated()).extracting(ContactPoint::value).containsExactly("anna@acme.example",
                "+79031234567");
        assertThat(report.participants().getFirst().name()).isEqualTo("Anna");
        assertThat(report.attributes().get("fields")).asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry("Which boiler?", "Gas");
        assertThat(campaign(report)).isEqualTo(Map.of("utm_source", "vk", "gclid", "g7"));
        assertThat(report.attributes()).containsEntry("fillSeconds", 60L).doesNotContainKey("suspected");
    }

    @Test
    void json_within_a_field_is_opened_and_what_comes_in_parts_is_joined() {
        InteractionReport report = read("multipart/form-data; boundary=b",
                """
                        --b
                        Content-Disposition: form-data; name="formID"

                        24
                        --b
                        Content-Disposition: form-data; name="submissionID"

                        60
                        --b
                        Content-Disposition: form-data; name="rawRequest"

                        {"q3_fullName":{"first":"Anna","last":"Petrova"},"q4_email4":"anna@acme.example","q5_phoneNumber":{"area":"903","phone":"1234567"}}
                        --b--
                        """
                        .replace("\n", "\r\n"));

        assertThat(report.participants().getFirst().name()).isEqualTo("Anna Petrova");
        assertThat(report.stated()).extracting(ContactPoint::value).containsExactly("anna@acme.example",
                "+79031234567");
    }

    @Test
    void a_netlify_form_says_everything_twice_and_is_read_once() {
        InteractionReport report = read(JSON, """
                {"id": "n1", "form_id": "f1", "form_name": "contact", "name": "Anna", "email": "anna@acme.example",
                 "data": {"name": "Anna", "email": "anna@acme.example", "message": "The price?",
                  "referrer": "https://yandex.ru/", "landing_page": "https://acme.example/?utm_source=mail"}}
                """);

        assertThat(report.participants().getFirst().name()).isEqualTo("Anna");
        assertThat(report.text()).isEqualTo("The price?");
        assertThat(campaign(report)).isEqualTo(Map.of("utm_source", "mail"));
        assertThat(report.attributes()).containsEntry("referrer", "https://yandex.ru/").containsEntry("landingPage",
                "https://acme.example/?utm_source=mail");
    }

    @ParameterizedTest
    @CsvSource({"_gotcha=x,honeypot", "bot-field=x,honeypot", "my_honeypot=x,honeypot",
            "hub_opened_at=2026-11-24T11:59:59Z,too-fast"})
    void what_a_machine_fills_is_kept_and_marked(String field, String reason) {
        InteractionReport report = read(URL_ENCODED, "email=anna%40acme.example&" + field.replace(":", "%3A"));

        assertThat(report.unreadable()).isNull();
        assertThat(report.attributes()).containsEntry("suspected", List.of(reason));
    }

    @ParameterizedTest
    @CsvSource({"_gotcha=", "bot-field=", "hub_opened_at=2026-11-24T11:59:00Z", "hub_opened_at=tomorrow"})
    void what_a_person_leaves_alone_is_not_marked(String field) {
        InteractionReport report = read(URL_ENCODED, "email=anna%40acme.example&" + field.replace(":", "%3A"));

        assertThat(report.attributes()).doesNotContainKey("suspected");
    }

    @Test
    void what_was_typed_into_a_trap_is_nobodys_address() {
        InteractionReport report = read(URL_ENCODED, "phone=89031234567&email_honeypot=bot%40spam.example");

        assertThat(report.stated()).extracting(ContactPoint::value).containsExactly("+79031234567");
    }

    @Test
    void two_numbers_in_one_field_are_both_hers() {
        InteractionReport report = read(URL_ENCODED, "phone=8+903+123-45-67,+8+495+123-45-67+доб.+12");

        assertThat(report.stated()).extracting(ContactPoint::value).containsExactly("+79031234567", "+74951234567");
    }
}
