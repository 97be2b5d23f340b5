package org.interactionhub.queries.console.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PluralTest {

    @ParameterizedTest
    @CsvSource({"0,записей", "1,запись", "2,записи", "4,записи", "5,записей", "11,записей", "12,записей", "14,записей",
            "21,запись", "22,записи", "25,записей", "100,записей", "101,запись", "111,записей", "112,записей",
            "1002,записи"})
    void russian_counts_in_three_forms(long number, String form) {
        assertThat(Plural.pick(Locale.of("ru"), number, "запись|записи|записей")).isEqualTo(form);
    }

    @ParameterizedTest
    @CsvSource({"0,entries", "1,entry", "2,entries", "11,entries", "21,entries"})
    void english_counts_in_two(long number, String form) {
        assertThat(Plural.pick(Locale.ENGLISH, number, "entry|entries")).isEqualTo(form);
    }
}
