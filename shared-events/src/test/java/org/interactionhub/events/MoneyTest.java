package org.interactionhub.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MoneyTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @ParameterizedTest
    @CsvSource({"1.5,RUB,1.50", "1.50,RUB,1.50", "1E+3,RUB,1000.00", "1.000,EUR,1.00", "7,JPY,7", "1,KWD,1.000",
            "-3,RUB,-3.00"})
    void it_has_the_decimals_of_its_currency(String amount, String currency, String expected) {
        assertThat(Money.of(amount, currency).amount()).hasToString(expected);
    }

    @ParameterizedTest
    @CsvSource({"1.005,RUB", "0.5,JPY", "1,XYZ", "1,rub", "1234567890123456,RUB"})
    void what_no_coin_can_pay_is_refused(String amount, String currency) {
        assertThatThrownBy(() -> Money.of(amount, currency)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith(".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1E300000000", "-1E300000000", "1E-300000000", "1E2147483647", "1E-2147483647", "1E16"})
    void what_would_be_endless_when_written_out_is_refused_at_once(String amount) {
        assertTimeoutPreemptively(Duration.ofSeconds(2),
                () -> assertThatThrownBy(() -> Money.of(amount, "RUB")).isInstanceOf(IllegalArgumentException.class)
                        .hasMessageStartingWith("The amount has more than 15 digits"));
    }

    @Test
    void it_keeps_every_digit_on_its_way_through_json() {
        Money money = Money.of("123456789012345.67", "RUB");

        String json = JSON.writeValueAsString(money);

        assertThat(json).isEqualTo("{\"amount\":\"123456789012345.67\",\"currency\":\"RUB\"}");
        assertThat(JSON.treeToValue(JSON.readTree(json), Money.class)).isEqualTo(money);
    }

    @ParameterizedTest
    @CsvSource({"120000,120 000 RUB", "1234567.5,1 234 567.50 RUB", "-999,-999 RUB", "-1000,-1 000 RUB", "0,0 RUB"})
    void it_is_told_in_groups_of_three(String amount, String told) {
        assertThat(Money.of(amount, "RUB").toString().replace('\u00A0', ' ')).isEqualTo(told);
    }
}
