package org.interactionhub.readers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How people in Russia write a number into a form, a letter or a card of a client. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RussianPhonesTest {

    private final Phones phones = new Phones("RU");

    @ParameterizedTest
    @ValueSource(strings = {"+7 903 123-45-67", "+79031234567", "89031234567", "79031234567", "9031234567",
            "8 (903) 123-45-67", "8(903)1234567", "+7(903)123 45 67", "+7 (903) 123 — 45 — 67", "8 903 123–45–67",
            "8.903.123.45.67", "8/903/123-45-67", "8_903_123_45_67", "8-903-1234567", "(903) 123-45-67",
            "903 123 45 67", "8 10 7 903 123 45 67", "810 7 903 1234567", "007 903 123-45-67", "00 7 903 1234567",
            "+ 7 903 123 45 67", "＋７９０３１２３４５６７", "8\u00a0903\u00a0123-45-67", "8 9 0 3 1 2 3 4 5 6 7",
            "8 903-123-4567.", "8 903 12 345 67", "8 - 903 - 123 - 45 - 67", "+7(903)-123-45-67",
            "\u202a+7 903 123-45-67\u202c", "«8 903 123-45-67»"})
    void signs_between_the_digits_change_nothing(String spelling) {
        assertThat(phones.canonical(spelling)).contains("+79031234567");
    }

    @ParameterizedTest
    @ValueSource(strings = {"+8 903 123-45-67", "+8 (903) 123-45-67", "+8-903-123-45-67", "+89031234567",
            "+7 +7 903 123-45-67", "+7 8 903 123-45-67", "+7 (8903) 123-45-67", "+7+79031234567",
            "+7 7 903 123 45 67"})
    void a_plus_too_many_and_a_mask_that_was_not_noticed_are_seen_through(String spelling) {
        assertThat(phones.canonical(spelling)).contains("+79031234567");
    }

    @ParameterizedTest
    @ValueSource(strings = {"тел. 8 903 123-45-67", "Тел: +7 (903) 123-45-67", "моб.: 89031234567",
            "т.8(903)123-45-67", "Мой номер 8 903 123-45-67", "8 903 123-45-67 (Анна)",
            "8 903 123-45-67 Анна Петрова", "Анна, 8-903-123-45-67, после 18", "89031234567 WhatsApp",
            "WhatsApp: +7 903 123 45 67", "whatsapp:+79031234567", "https://wa.me/79031234567", "wa.me/79031234567",
            "callto:+79031234567", "tel:+7-903-123-45-67", "sip:89031234567@10.0.0.1",
            "79031234567@s.whatsapp.net", "79031234567@c.us", "номер телефона:89031234567.",
            "8 903 123 45 67, 8 903 123 45 67"})
    void words_around_it_are_left_aside(String spelling) {
        assertThat(phones.canonical(spelling)).contains("+79031234567");
    }

    @ParameterizedTest
    @ValueSource(strings = {"+7 495 123-45-67 доб. 12", "+7 495 123-45-67 доб.12", "+7 495 123-45-67, доб. 12",
            "8 (495) 123-45-67 (доб. 12)", "8 495 123-45-67 вн. 12", "8 495 123-45-67 внутр. 12",
            "8 495 123-45-67 (внутренний 12)", "84951234567 добавочный 12", "+7 495 123-45-67 ext 12",
            "+7 495 123-45-67 #12", "+7 495 123-45-67 д. 12", "+7 495 123-45-67;ext=12"})
    void an_extension_is_kept_beside_the_number(String spelling) {
        assertThat(phones.canonical(spelling)).contains("+74951234567");
        assertThat(phones.spelled(spelling)).map(Phones.Spelled::extension).contains("12");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"8 (495) 123-45-67 (мск)|+74951234567", "8 812 123-45-67|+78121234567",
            "8-383-2-12-34-56|+73832123456", "8 (38822) 2-12-34|+73882221234", "(343) 212-34-56|+73432123456",
            "8 800 555-35-35|+78005553535", "+375 29 123-45-67|+375291234567", "+8 4951234567|+74951234567",
            "+84951234567|+84951234567"})
    void codes_of_cities_and_neighbours_are_told_apart(String spelling, String number) {
        assertThat(phones.canonical(spelling)).contains(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"123-45-67", "+7 903 123-45-6", "8 903 123-45-678", "4276 1234 5678 9012",
            "40817810099910004312", "0000000000", "1111111111", "+7 (___) ___-__-__",
            "дом 5 кв 12", "2026-11-24 10:00:00", "8 903 ***-**-67", "скрыт", "112", "8-800", "Анонимный"})
    void what_is_nobodys_number_is_not_made_one(String spelling) {
        assertThat(phones.canonical(spelling)).isEmpty();
    }

    @Test
    void two_numbers_in_one_field_are_two_and_neither_is_the_one() {
        String both = "8 903 123-45-67, офис 8 (495) 123-45-67";

        assertThat(phones.all(both)).isEqualTo(List.of("+79031234567", "+74951234567"));
        assertThat(phones.canonical(both)).isEmpty();
    }
}
