package org.interactionhub.readers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What users of other tools complain of when a number is spelt in two ways, each told by its number in the list of complaints. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PhoneComplaintsTest {

    private final Phones phones = new Phones("RU");

    /** https://github.com/chatwoot/chatwoot/issues/5840 */
    @Test
    void phone_01_a_mobile_number_of_brazil_with_and_without_its_ninth_digit_is_one() {
        assertThat(phones.canonical("+55 41 9123-4567")).isEqualTo(phones.canonical("+55 41 99123-4567"))
                .contains("+5541991234567");
    }

    /** https://github.com/chatwoot/chatwoot/issues/14048 */
    @Test
    void phone_02_a_mobile_number_of_mexico_with_and_without_the_one_is_one() {
        assertThat(phones.canonical("+52 1 55 1234 5678")).isEqualTo(phones.canonical("+52 55 1234 5678"))
                .contains("+525512345678");
    }

    /** https://github.com/chatwoot/chatwoot/pull/12655 */
    @ParameterizedTest
    @CsvSource({"5215512345678", "+5215512345678", "sip:+5215512345678@exchange.example", "tel:+5215512345678",
            "00 52 1 55 1234 5678"})
    void phone_03_it_is_one_however_a_provider_spells_it(String spelling) {
        assertThat(phones.canonical(spelling)).contains("+525512345678");
    }

    /** https://github.com/devlikeapro/waha/issues/1974 https://github.com/chatwoot/chatwoot/pull/14657 */
    @ParameterizedTest
    @CsvSource({"+55 41 3123-4567,+554131234567", "+55 11 2345-6789,+551123456789", "+54 11 4123-4567,+541141234567"})
    void phone_04_a_landline_gets_no_digit_of_a_mobile(String spelling, String itself) {
        assertThat(phones.canonical(spelling)).contains(itself);
    }

    /** https://github.com/devlikeapro/waha/issues/1516 */
    @ParameterizedTest
    @CsvSource({"+5541991234567", "+525512345678", "+74951234567", "+554131234567", "+4930609854180"})
    void phone_05_what_was_made_one_is_not_changed_again(String canonical) {
        assertThat(phones.canonical(canonical)).contains(canonical);
    }
}
