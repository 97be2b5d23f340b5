package org.interactionhub.readers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static org.interactionhub.readers.Originals.form;
import static org.interactionhub.readers.Originals.reading;

import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.interactionhub.events.Attachment;
import org.interactionhub.events.ContactPoint;
import org.interactionhub.events.InteractionReport;
import org.interactionhub.events.Participant;
import org.interactionhub.events.Unreadable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FormReaderTest {

    private static final String URL_ENCODED = "application/x-www-form-urlencoded";

    @Test
    void a_plain_form_states_everything_its_sender_typed() {
        InteractionReport report = reading(form(URL_ENCODED, "Name=%D0%90%D0%BD%D0%BD%D0%B0&Email=Anna%40acme.example"
                + "&phone=8+%28903%29+123-45-67&message=Hello+there&utm_source=yandex&yclid=77&colour=red&colour=blue"));

        assertThat(report.participants())
                .containsExactly(
                        new Participant(Participant.Role.FROM, ContactPoint.Type.EMAIL, "anna@acme.example", "Анна"));
        assertThat(report.stated()).extracting(ContactPoint::value).containsExactly("anna@acme.example",
                "+79031234567");
        assertThat(report.text()).isEqualTo("Hello there");
        assertThat(report.attributes()).containsEntry("campaign", Map.of("utm_source", "yandex", "yclid", "77"));
        assertThat(report.attributes().get("fields")).asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry("colour", List.of("red", "blue"));
    }

    @Test
    void russian_names_of_fields_are_known() {
        InteractionReport report = reading(
                form("application/json",
                        "{\"Имя\": \"Анна\", \"Телефон\": \"8 903 123-45-67\", \"Сообщение\": \"Перезвоните\"}"));

        assertThat(report.participants().getFirst().value()).isEqualTo("+79031234567");
        assertThat(report.participants().getFirst().name()).isEqualTo("Анна");
        assertThat(report.text()).isEqualTo("Перезвоните");
    }

    @Test
    void a_cookie_is_the_sender_and_what_she_types_is_stated() {
        InteractionReport report = reading(form(URL_ENCODED, "hub_cookie=c-4711&email=anna@acme.example"));

        assertThat(report.participants().getFirst().type()).isEqualTo(ContactPoint.Type.COOKIE);
        assertThat(report.stated()).extracting(ContactPoint::value).containsExactly("anna@acme.example");
    }

    @Test
    void a_multipart_form_has_fields_and_files() {
        InteractionReport report = reading(form("multipart/form-data; boundary=xyz", """
                --xyz
                Content-Disposition: form-data; name="email"

                anna@acme.example
                --xyz
                Content-Disposition: form-data; name="message"

                Смотрите план
                --xyz
                Content-Disposition: form-data; name="plan"; filename="план.txt"
                Content-Type: text/plain

                hello
                --xyz--
                """.replace("\n", "\r\n")));

        assertThat(report.text()).isEqualTo("Смотрите план");
        assertThat(report.attachments()).extracting(Attachment::name, Attachment::size)
                .containsExactly(tuple("план.txt", 5L));
    }

    @Test
    void an_address_in_a_field_of_an_unknown_name_is_found() {
        InteractionReport report = reading(
                form("application/json", "{\"q\": {\"Куда ответить\": \"anna@acme.example\"}}"));

        assertThat(report.participants().getFirst().value()).isEqualTo("anna@acme.example");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"name=Anna|form-no-contact-point|application/x-www-form-urlencoded",
            "[1, 2]|form-not-an-object|application/json", "<a/>|form-unknown-content-type|application/xml"})
    void a_form_that_cannot_be_read_is_kept_with_a_reason(String body, String code, String contentType) {
        assertThat(reading(form(contentType, body)).unreadable()).extracting(Unreadable::code).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"{\"email\": |application/json", "''|application/json",
            "hello|multipart/form-data; boundary=x", "hello|multipart/form-data"})
    void a_body_that_is_not_its_content_type_is_refused_in_words(String body, String contentType) {
        assertThatThrownBy(() -> new Readers("RU").read(form(contentType, body))).isInstanceOf(NotItsContentType.class)
                .hasMessageEndingWith(".");
    }
}
