package org.interactionhub.readers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.interactionhub.events.Money;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AmountsTest {

    private final Amounts amounts = new Amounts("RU");

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"120 000,50 руб.|120000.50|RUB", "120000|120000|RUB", "1 234 567|1234567|RUB",
            "1.234.567,8|1234567.80|RUB", "1,234.56|1234.56|RUB", "1,234|1234|RUB", "12,5|12.50|RUB",
            "1'200.00 CHF|1200|CHF", "$1,200|1200|USD", "€ 99,90|99.90|EUR", "99,90 евро|99.90|EUR",
            "5 000 рублей|5000|RUB", "300 р.|300|RUB", "300 ₽|300|RUB", "-15,00|-15|RUB", "(1 500.00)|-1500|RUB",
            "−7 ₽|-7|RUB", "1500.00-|-1500|RUB", "120 000,50 руб. (сто двадцать тысяч)|120000.50|RUB",
            "100 RUB - аванс|100|RUB", "100 руб. – без НДС|100|RUB", "-$5|-5|USD", "$-5|-5|USD", "($5.00)|-5|USD",
            "(300 руб.)|-300|RUB", "- 300 ₽|-300|RUB", "RUB -300|-300|RUB", "1 500,00- ₽|-1500|RUB", "0.500|0.50|RUB",
            "10 USD|10|USD"})
    void it_reads_what_people_and_systems_write(String text, String amount, String currency) throws CannotRead {
        assertThat(amounts.read(text, "")).isEqualTo(Money.of(amount, currency));
    }

    @ParameterizedTest
    @CsvSource({"RUB,RUB", "usd,USD", "руб,RUB", "€,EUR", "'',RUB"})
    void a_currency_may_have_a_place_of_its_own(String named, String currency) throws CannotRead {
        assertThat(amounts.read("10", named).currency()).isEqualTo(currency);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "none", "12 USD 13 EUR", "10 pebbles", "1234.567", "999999999999999999"})
    void anything_else_is_no_amount(String text) {
        assertThatThrownBy(() -> amounts.read(text, "")).isInstanceOf(CannotRead.class);
    }

    /** However a country parts the digits of an amount, it is the same one. */
    @Property
    void it_reads_back_what_any_country_writes(@ForAll @LongRange(min = 1, max = 99_999_999_999L) long kopecks,
            @ForAll("country") Locale country) throws CannotRead {
        BigDecimal amount = BigDecimal.valueOf(kopecks, 2);
        DecimalFormat format = new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(country));

        assertThat(amounts.read(format.format(amount), "").amount()).isEqualTo(amount);
    }

    @Provide
    Arbitrary<Locale> country() {
        return Arbitraries.of(Locale.US, Locale.GERMANY, Locale.FRANCE, Locale.of("ru", "RU"),
                Locale.of("de", "CH"), Locale.of("pl", "PL"));
    }
}
