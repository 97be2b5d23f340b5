package org.interactionhub.channels.email;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AccountTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {"To: a@B.example, c@d.example|a@b.example",
            "To: \"x@fake.example\" <a@b.example>|a@b.example",
            "To: c@d.example\\r\\nDelivered-To: a@b.example|a@b.example",
            "TO: Anna\\n <a@b.example>|a@b.example", "Subject: To: x@y.example|mail",
            "From: x@y.example\\r\\n\\r\\nTo: z@y.example|mail",
            "To: undisclosed-recipients:;|mail", "Cc: a@b.example|mail", "To: (hidden) a@b.example;|a@b.example"})
    void the_mail_names_the_mailbox_it_came_to(String head, String account) {
        assertThat(Account.of(head.replace("\\r", "\r").replace("\\n", "\n").getBytes(UTF_8))).isEqualTo(account);
    }
}
