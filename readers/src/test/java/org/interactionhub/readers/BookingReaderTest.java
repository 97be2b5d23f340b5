package org.interactionhub.readers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.interactionhub.events.Booking;
import org.interactionhub.events.Channel;
import org.interactionhub.events.ContactPoint;
import org.interactionhub.events.InteractionReport.Kind;
import org.interactionhub.events.InteractionReport;
import org.interactionhub.events.Money;
import org.interactionhub.events.Participant;
import org.interactionhub.events.Unreadable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BookingReaderTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final String CLIENT = "019cadd4-5620-7e12-9878-63d5a55aed02";

    private final Readers readers = new Readers("RU", ZoneId.of("Europe/Moscow"));

    @Test
    void a_payment_says_how_much_when_for_what_and_by_whom() {
        InteractionReport report = json("""
                {"reference": "ПП-481", "date": "2026-03-16", "amount": 120000.5, "currency": "RUB",
                 "client": {"externalId": "000 123", "email": "Anna@ACME.example", "name": "Acme"},
                 "campaign": "spring", "purpose": "Предоплата", "branch": "Казань"}""");

        assertThat(report.kind()).isEqualTo(Kind.PAYMENT_RECEIVED);
        assertThat(report.occurredAt()).isEqualTo("2026-03-16T00:00:00Z");
        assertThat(report.booking()).isEqualTo(new Booking(Money.of("120000.50", "RUB"), "ПП-481", null, "spring"));
        assertThat(report.participants()).containsExactly(
                new Participant(Participant.Role.FROM, ContactPoint.Type.EXTERNAL, "1c:000-123", "Acme"));
        assertThat(report.stated()).extracting(ContactPoint::value).containsExactly("anna@acme.example");
        assertThat(report.text()).isEqualTo("Предоплата");
        assertThat(report.attributes()).containsEntry("fields", Map.of("branch", "Казань"));
    }

    @Test
    void whoever_is_named_by_her_id_in_the_hub_needs_no_address() {
        InteractionReport report = json(
                "{\"number\": 7, \"paidAt\": \"2026-03-16T10:30:00+03:00\", \"sum\": \"5 000\", \"hubClientId\": \""
                        + CLIENT
                        + "\", \"email\": \"anna@acme.example\"}");

        assertThat(String.valueOf(booking(report).client())).isEqualTo(CLIENT);
        assertThat(booking(report).reference()).isEqualTo("7");
        assertThat(report.occurredAt()).isEqualTo("2026-03-16T07:30:00Z");
        assertThat(report.participants()).isEmpty();
        assertThat(report.stated()).isEmpty();
    }

    @Test
    void each_record_of_a_file_is_a_booking_and_those_that_cannot_be_read_say_why() {
        List<InteractionReport> reports = csv("""
                Номер документа;Дата оплаты;Сумма, руб.;Код контрагента;Контрагент;Эл. почта;Назначение платежа
                ПП-1;31.12.2025 10:30;120 000,00;000123;ООО «Ромашка»;;"Договор 17; аванс"
                ПП-2;31.12.2025;много;000123;ООО «Ромашка»;;
                ;31.12.2025;1,00;000123;ООО «Ромашка»;;
                ПП-4;вчера;1,00;000123;ООО «Ромашка»;;
                ПП-5;31.12.2025;1,00;;ООО «Ромашка»;;
                ПП-6;1.2.2026;-15,00;;;anna@acme.example;""", UTF_8);

        assertThat(reports).extracting(InteractionReport::unreadable)
                .extracting(why -> why == null ? "" : why.code())
                .containsExactly("", "booking-no-amount", "booking-no-reference", "booking-no-date",
                        "booking-of-nobody",
                        "");
        assertThat(reports.getFirst().occurredAt()).isEqualTo("2025-12-31T07:30:00Z");
        assertThat(reports.getFirst().participants().getFirst().value()).isEqualTo("1c:000123");
        assertThat(reports.getFirst().text()).isEqualTo("Договор 17; аванс");
        assertThat(booking(reports.getLast()).money()).isEqualTo(Money.of("-15", "RUB"));
        assertThat(reports.getLast().participants().getFirst().value()).isEqualTo("anna@acme.example");
    }

    @Test
    void a_file_may_be_of_a_windows_of_old() {
        List<InteractionReport> reports = csv("""
                Номер\tДата\tСумма\tВалюта\tТелефон\tКомментарий
                1\t2026-01-31\t10,00\tEUR\t8 (903) 123-45-67\tОплата по договору поставки
                \t2026-01-31\t10,00\tEUR\t8 (903) 123-45-67\t""",
                Charset.forName("windows-1251"));

        assertThat(reports.getLast().unreadable()).extracting(Unreadable::code).isEqualTo("booking-no-reference");
        assertThat(booking(reports.getFirst()).money()).isEqualTo(Money.of("10", "EUR"));
        assertThat(reports.getFirst().participants().getFirst().value()).isEqualTo("+79031234567");
        assertThat(reports.getFirst().text()).isEqualTo("Оплата по договору поставки");
    }

    @Test
    void the_same_booking_is_one_whichever_way_it_is_told() {
        InteractionReport told = json(
                "{\"reference\": \"A-1\", \"date\": \"2026-01-31\", \"amount\": 10, \"phone\": \"89031234567\"}");

        InteractionReport again = csv("phone,order no,amount,date\n+7 903 123-45-67,A-1,10.00,31.01.2026", UTF_8)
                .getFirst();

        assertThat(again.reportId()).isEqualTo(told.reportId());
        assertThat(again.interactionId()).isEqualTo(told.interactionId());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"Договор;Номер;Дата;Сумма;Телефон|17-К;%s;31.12.2025;10;89031234567",
            "order_id;payment_id;date;amount;phone|17-К;%s;2025-12-31;10;89031234567",
            "Id;Номер документа;Дата;Сумма;Телефон|17-К;%s;31.12.2025;10;89031234567",
            "contract;guid;date;amount;phone|17-К;%s;2025-12-31;10;89031234567",
            "branch id;order no;date;amount;phone|17-К;%s;2025-12-31;10;89031234567"})
    void two_instalments_of_one_contract_are_two(String header, String line) {
        List<InteractionReport> reports = csv(
                header + "\n" + line.formatted("A-1") + "\n" + line.formatted("A-2"), UTF_8);

        assertThat(reports).extracting(report -> booking(report).reference()).containsExactly("A-1", "A-2");
        assertThat(reports.getFirst().reportId()).isNotEqualTo(reports.getLast().reportId());
        assertThat(String.valueOf(reports.getFirst().attributes().get("fields"))).contains("17-К");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Договор;Заказ;Дата;Сумма;Телефон\n17-К;5;31.12.2025;10;89031234567",
            "Договор;Номер банковского документа;Дата;Сумма;Телефон\n17-К;5;31.12.2025;10;89031234567"})
    void of_two_references_that_are_as_good_none_is_chosen(String file) {
        Unreadable why = Objects.requireNonNull(csv(file, UTF_8).getFirst().unreadable());

        assertThat(why.code()).isEqualTo("booking-two-references");
    }

    @Test
    void a_contract_does_not_stand_in_for_a_number_that_was_left_empty() {
        InteractionReport report = csv("Договор;Номер;Дата;Сумма;Телефон\n17-К;;31.12.2025;10;89031234567", UTF_8)
                .getFirst();

        assertThat(report.unreadable()).extracting(Unreadable::code).isEqualTo("booking-no-reference");
    }

    @ParameterizedTest
    @CsvSource({"1,2025-12-31,2026-01-01,false", "1,2026-01-31,31.10.2026,true",
            "1,2025-12-31T21:30:00Z,01.01.2026,true", "1,2026-01-01T00:10:00+03:00,01.01.2026,true",
            "2025/1,2025-12-31,2025-01-31,true", "20251231-1,2025-12-31,2025-01-01,true",
            "20251,2025-12-31,2026-01-01,false",
            "019cadd4-5620-7e12-9878-63d5a55aed02,2025-12-31,2026-01-01,true"})
    void numbers_begin_anew_each_year_unless_they_cannot_come_again(String reference, String day, String other,
            boolean same) {
        String told = "{\"number\": \"%s\", \"date\": \"%s\", \"amount\": 10, \"phone\": \"89031234567\"}";

        InteractionReport one = json(told.formatted(reference, day));

        assertThat(json(told.formatted(reference, other)).reportId().equals(one.reportId())).isEqualTo(same);
    }

    @Test
    void another_system_may_name_its_clients_by_uuids_as_well() {
        InteractionReport report = json("""
                {"number": 7, "date": "2026-03-16", "amount": 10, "guid": "5c9f2a10-0000-4000-8000-000000000001",
                 "client": {"id": "%s", "email": "anna@acme.example"}}""".formatted(CLIENT));

        assertThat(booking(report).client()).isNull();
        assertThat(report.participants().getFirst().value()).isEqualTo("1c:" + CLIENT);
        assertThat(report.stated()).extracting(ContactPoint::value).containsExactly("anna@acme.example");
    }

    @ParameterizedTest
    @CsvSource({"customer_guid,1c:5c9f", "ИНН,1c:5c9f", "clientKey,1c:5c9f",
            "guid,+79031234567", "key,+79031234567"})
    void a_key_is_the_clients_only_where_it_says_so(String name, String first) {
        InteractionReport report = json("{\"number\": 7, \"date\": \"2026-03-16\", \"amount\": 10, \"" + name
                + "\": \"5c9f\", \"phone\": \"89031234567\"}");

        assertThat(report.participants().getFirst().value()).isEqualTo(first);
    }

    @Test
    void what_is_no_id_of_the_hub_is_not_taken_for_one() {
        InteractionReport report = json("""
                {"number": 7, "date": "2026-03-16", "amount": 10, "hubClientId": "7", "phone": "89031234567"}""");

        assertThat(report.unreadable()).extracting(Unreadable::code).isEqualTo("booking-of-nobody");
    }

    @Test
    void a_deal_and_a_payment_of_one_reference_are_two() {
        String both = "{\"reference\": \"A-1\", \"date\": \"2026-01-31\", \"amount\": 10, \"phone\": \"89031234567\"}";

        assertThat(of(Kind.DEAL_WON, "application/json", both.getBytes(UTF_8)).getFirst().reportId())
                .isNotEqualTo(json(both).reportId());
    }

    @Test
    void a_record_that_could_not_be_read_is_read_again_from_what_was_kept() {
        InteractionReport unread = csv("phone,no,amount,date\n+7 903 123-45-67,A-1,ten,31.01.2026", UTF_8).getFirst();

        InteractionReport again = readers.again(unread, "+7 903 123-45-67,A-1,10,31.01.2026".getBytes(UTF_8));

        assertThat(booking(again).money()).isEqualTo(Money.of("10", "RUB"));
        assertThat(again.reportId()).isEqualTo(unread.reportId());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"a;b|booking-no-header", "amount;no|booking-empty"})
    void a_file_that_is_none_is_set_aside_whole(String file, String code) {
        assertThat(csv(file, UTF_8)).singleElement()
                .extracting(InteractionReport::unreadable).extracting(Unreadable::code).isEqualTo(code);
    }

    @Test
    void a_text_without_columns_is_no_csv() {
        assertThatThrownBy(() -> readers.read(received(Kind.DEAL_WON, "text/csv", "hello".getBytes(UTF_8))))
                .isInstanceOf(NotItsContentType.class);
    }

    @ParameterizedTest
    @CsvSource({"{\"reference\":\"1\"},booking-no-amount", "[],booking-not-an-object",
            "'{\"no\":1,\"sum\":0,\"date\":\"2026-01-01\",\"phone\":\"89031234567\"}',booking-of-nothing",
            "'{\"no\":1,\"sum\":1.234,\"date\":\"2026-01-01\",\"phone\":\"89031234567\"}',booking-no-amount",
            "'{\"no\":1,\"sum\":\"1 pebble\",\"date\":\"2026-01-01\",\"phone\":\"89031234567\"}',booking-no-currency",
            "'{\"no\":1,\"sum\":1,\"date\":\"2062-11-24\",\"phone\":\"89031234567\"}',booking-ahead",
            "'{\"no\":1,\"sum\":1,\"date\":\"2026-11-27\",\"phone\":\"89031234567\"}',booking-ahead"})
    void what_cannot_be_booked_says_why(String body, String code) {
        assertThat(Objects.requireNonNull(json(body).unreadable()).code()).isEqualTo(code);
    }

    private static Booking booking(InteractionReport report) {
        return Objects.requireNonNull(report.booking(), () -> String.valueOf(report.unreadable()));
    }

    private InteractionReport json(String body) {
        return of(Kind.PAYMENT_RECEIVED, "application/json", body.getBytes(UTF_8)).getFirst();
    }

    private List<InteractionReport> csv(String body, Charset charset) {
        return of(Kind.PAYMENT_RECEIVED, "text/csv", body.getBytes(charset));
    }

    private List<InteractionReport> of(Kind kind, String type, byte[] body) {
        try {
            return readers.read(received(kind, type, body));
        } catch (NotItsContentType e) {
            throw new AssertionError(e);
        }
    }

    private static Received received(Kind kind, String type, byte[] body) {
        return new Received(Channel.BUSINESS, "1c", type, body, NOW, Map.of(Readers.BOOKING_KIND, kind.value()));
    }
}
