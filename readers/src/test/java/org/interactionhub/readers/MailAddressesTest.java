package org.interactionhub.readers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MailAddressesTest {

    private final MailAddresses addresses = new MailAddresses();

    @ParameterizedTest
    @CsvSource({"Anna@Acme.Example,anna@acme.example", "<anna@acme.example>,anna@acme.example",
            "mailto:anna@acme.example,anna@acme.example", "anna@acme.example.,anna@acme.example",
            "Анна@Пример.рф,анна@xn--e1afmkfd.xn--p1ai", "anna@acme.example\u3002,anna@acme.example",
            "  anna@acme.example ,anna@acme.example"})
    void equal_addresses_are_equal(String raw, String canonical) {
        assertThat(addresses.canonical(raw)).contains(canonical);
    }

    @ParameterizedTest
    @CsvSource({"anna+boilers@gmail.com,anna@gmail.com", "Anna+x+y@Yandex.ru,anna@yandex.ru",
            "anna+boilers@acme.example,anna+boilers@acme.example", "+anna@gmail.com,+anna@gmail.com"})
    void what_stands_behind_a_plus_is_left_out_where_it_reaches_the_same_mailbox(String raw, String canonical) {
        assertThat(addresses.canonical(raw)).contains(canonical);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "anna", "@acme.example", "anna@", "anna@acme example", "anna@a..b", "!@..", "anna@.",
            "anna@.acme.example", "a b@acme.example",
            "anna, boris@acme.example"})
    void what_is_no_address_identifies_nobody(String raw) {
        assertThat(addresses.canonical(raw)).isEmpty();
    }
}
