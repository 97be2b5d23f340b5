package org.interactionhub.readers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PhonesTest {

    private final Phones phones = new Phones("RU");

    @ParameterizedTest
    @ValueSource(strings = {"+7 (495) 123-45-67", "8 (495) 123-45-67", "84951234567", "74951234567", "4951234567",
            "8-495-123-45-67", "tel:+74951234567", "sip:+74951234567@exchange.example", "00 7 495 1234567",
            "+7 495 123 45 67 доб. 12", "８ ４９５ １２３ ４５ ６７"})
    void every_spelling_of_a_number_is_that_number(String spelling) {
        assertThat(phones.canonical(spelling)).contains("+74951234567");
    }

    @ParameterizedTest
    @CsvSource({"4930609854180,+4930609854180", "+1 555 123 4567,+15551234567", "380671234567,+380671234567",
            "8 10 49 30 609854180,+4930609854180"})
    void foreign_numbers_keep_their_country(String spelling, String expected) {
        assertThat(phones.canonical(spelling)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "112", "101", "10123", "anonymous", "unknown", "s", "+", "Anna", "12-34"})
    void short_and_withheld_numbers_identify_nobody(String raw) {
        assertThat(phones.canonical(raw)).isEmpty();
    }

    @Test
    void what_is_no_number_is_kept_as_it_is() {
        assertThat(phones.orRaw("anonymous")).isEqualTo("anonymous");
    }
}
