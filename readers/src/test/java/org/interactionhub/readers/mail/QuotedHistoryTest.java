package org.interactionhub.readers.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class QuotedHistoryTest {

    @ParameterizedTest
    @ValueSource(strings = {"On Mon, 23 Nov 2026 at 10:15, Anna <anna@acme.example> wrote:",
            "On Mon, 23 Nov 2026 at 10:15, Anna Petrova of the purchasing\ndepartment <anna@acme.example>\nwrote:",
            "23.11.2026, 10:15, \"Анна\" <anna@acme.example> пишет:",
            "пн, 23 нояб. 2026 г. в 10:15, Анна <a@acme.example>:\n23 ноября Анна писала:",
            "Am 23.11.2026 um 10:15 schrieb Anna:", "Le 23 nov. 2026 à 10:15, Anna a écrit :"})
    void a_quote_at_the_end_under_its_attribution_is_history(String attribution) {
        String text = "Готово, спасибо.\n\n" + attribution + "\n> Когда приедет насос?\n>\n> Анна\n";

        assertThat(QuotedHistory.above(text)).startsWith("Готово, спасибо.").doesNotContain("насос");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-----Original Message-----", "----- Исходное сообщение -----",
            "-------- Пересылаемое сообщение --------", "---------- Forwarded message ---------",
            "-----Ursprüngliche Nachricht-----",
            "________________________________\nОт: Анна\nОтправлено: 23 ноября 2026\nКому: Sales\nТема: Насос",
            "From: Anna <anna@acme.example>\nSent: Monday\nTo: Sales\nSubject: Pump",
            "Von: Anna\nGesendet: Montag\nAn: Sales\nBetreff: Pumpe",
            "De : Anna\nEnvoyé : lundi\nÀ : Sales\nObjet : Pompe"})
    void a_divider_or_a_header_block_begins_history(String mark) {
        assertThat(QuotedHistory.above("Yes.\n\n" + mark + "\n\nWhen does the pump come?")).isEqualTo("Yes.");
    }

    @Test
    void answers_between_the_quoted_lines_are_never_cut() {
        String text = "On 23 Nov 2026, Anna wrote:\n> When?\nTomorrow.\n> How much?\nTen.";

        assertThat(QuotedHistory.above(text)).isNull();
    }

    @Test
    void a_quote_that_nobody_introduces_is_left_alone() {
        assertThat(QuotedHistory.above("As the poet says\n> all is vanity")).isNull();
    }

    @Test
    void a_first_mail_quotes_nothing() {
        assertThat(QuotedHistory.above("Добрый день!\nОт: нас\nпривет")).isNull();
    }

    @Test
    void what_a_web_mailer_quotes_is_history() {
        String html = "<div>Thanks!<br>Olga</div><div class=\"gmail_quote\"><div class=\"gmail_attr\">On Mon Anna wrote:</div>"
                + "<blockquote class=\"gmail_quote\">When?</blockquote></div>";

        assertThat(new HtmlText(html).reply()).isEqualTo("Thanks!\nOlga");
        assertThat(new HtmlText(html).text()).contains("When?");
    }

    @Test
    void words_below_a_quoted_block_leave_the_reply_open() {
        assertThat(new HtmlText("<p>see below</p><blockquote type=\"cite\">When?</blockquote><p>Tomorrow.</p>").reply())
                .isNull();
    }
}
