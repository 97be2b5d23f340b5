package org.interactionhub.readers.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
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
            "On Mon, Nov 23, 2026 at 10:15 AM Anna Petrova <\nanna@acme.example> wrote:",
            "---- On Mon, 23 Nov 2026 10:15:00 +0300 Anna <anna@acme.example> wrote ----",
            "23.11.2026, 10:15, \"Анна\" <anna@acme.example>:", "пн, 23 нояб. 2026 г. в 10:15, Анна <a@acme.example>:",
            "Понедельник, 23 ноября 2026, 10:15 +03:00 от Анна <a@acme.example>:",
            "23 нояб. 2026 г., в 10:15, Анна <a@acme.example> написал(а):",
            "Am 23.11.2026 um 10:15 schrieb Anna:",
            "Anna <a@acme.example> schrieb am Mo., 23.\nNov. 2026 um 10:15 Uhr:",
            "Le lun. 23 nov. 2026 à 10:15, Anna <a@acme.example>\na écrit :",
            "El lun, 23 nov 2026 a las 10:15, Anna (<a@acme.example>) escribió:",
            "Em seg., 23 de nov. de 2026 às 10:15, Anna <a@acme.example> escreveu:",
            "Il giorno lun 23 nov 2026 alle ore 10:15 Anna <a@acme.example> ha\nscritto:",
            "Op ma 23 nov. 2026 om 10:15 schreef Anna <a@acme.example>:",
            "Op 23 nov. 2026 om 10:15 heeft Anna <a@acme.example> het volgende geschreven:",
            "Den mån 23 nov. 2026 kl 10:15 skrev Anna <a@acme.example>:",
            "Den 23. nov. 2026 kl. 10.15 skrev Anna <a@acme.example>:",
            "ma 23. marrask. 2026 klo 10.15 Anna <a@acme.example> kirjoitti:",
            "pon., 23 lis 2026 o 10:15 Anna <a@acme.example> napisał(a):",
            "po 23. 11. 2026 v 10:15 odesílatel Anna <a@acme.example> napsal:",
            "Anna <a@acme.example>, 23 Kas 2026 Pzt, 10:15 tarihinde şunu yazdı:",
            "Anna <a@acme.example> ezt írta (időpont: 2026. nov. 23., H, 10:15):",
            "Anna <a@acme.example> 于2026年11月23日周一 10:15写道：", "2026年11月23日(月) 10:15 Anna <a@acme.example>:",
            "2026년 11월 23일 (월) 오전 10:15, Anna <a@acme.example>님이 작성:"})
    void what_follows_the_line_that_says_who_wrote_is_history(String attribution) {
        assertThat(own("Готово, спасибо.\n\n" + attribution + "\n> Когда приедет насос?\n>\n> Анна\n"))
                .isEqualTo("Готово, спасибо.");
        assertThat(own("Готово, спасибо.\n\n" + attribution + "\n\nКогда приедет насос?\n\nАнна\n"))
                .isEqualTo("Готово, спасибо.");
        assertThat(own("Готово, спасибо.\n\n> " + attribution.replace("\n", "\n> ") + "\n> \n> Когда приедет насос?\n"))
                .isEqualTo("Готово, спасибо.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-----Original Message-----", "----- Исходное сообщение -----",
            "-------- Пересылаемое сообщение --------", "---------- Forwarded message ---------",
            "-----Ursprüngliche Nachricht-----", "-------- Message d’origine --------",
            "----- Messaggio originale -----",
            "Begin forwarded message:\n\nFrom: Anna <a@acme.example>\nSubject: Pump\nDate: 23 November 2026\nTo: Sales",
            "________________________________\nОт: Анна\nОтправлено: 23 ноября 2026\nКому: Sales\nТема: Насос",
            "From: Anna <anna@acme.example>\nSent: Monday\nTo: Sales\nSubject: Pump",
            "*From:* Anna <anna@acme.example>\n*Sent:* Monday\n*To:* Sales\n*Subject:* Pump",
            "From: Anna\n\nSent: Monday\n\nTo: Sales\n\nSubject: Pump",
            "> Date: Mon, 23 Nov 2026\n> Subject: Pump\n> From: a@acme.example\n> To: sales@hub.example\n>",
            "Von: Anna\nGesendet: Montag\nAn: Sales\nBetreff: Pumpe",
            "De : Anna\nEnvoyé : lundi\nÀ : Sales\nObjet : Pompe",
            "Da: Anna\nInviato: lunedì\nA: Sales\nOggetto: Pompa",
            "De: Anna\nEnviado el: lunes\nPara: Sales\nAsunto: Bomba", "发件人: Anna\n发送时间: 2026年\n收件人: Sales\n主题: 泵"})
    void a_divider_or_a_header_begins_history(String mark) {
        String quote = mark.startsWith(">") ? "> " : "";

        assertThat(own("Yes.\n\n" + mark + "\n" + quote + "\n" + quote + "When does the pump come?")).isEqualTo("Yes.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-- \nOlga\nAcme", "--\nOlga", "Sent from my iPhone", "Отправлено с iPhone",
            "Von meinem Mobilgerät gesendet", "Envoyé depuis mon mobile",
            "Get Outlook for Android<https://acme.example>",
            "_______________\nPumps mailing list\npumps@acme.example"})
    void a_signature_is_not_of_the_own_words(String signature) {
        assertThat(own("Yes.\nTomorrow.\n\n" + signature + "\n")).isEqualTo("Yes.\nTomorrow.");
        assertThat(QuotedHistory.without("Yes.\n\n" + signature + "\n")).map(OwnWords::signature)
                .contains(signature.replace("-- ", "--"));
        assertThat(own("Yes.\n\n" + signature + "\n\nOn 23 Nov 2026 at 10:15, Anna wrote:\n> When?")).isEqualTo("Yes.");
        assertThat(own("Yes.\n\nOn 23 Nov 2026 at 10:15, Anna wrote:\n> When?\n\n" + signature)).isEqualTo("Yes.");
    }

    @Test
    void answers_between_the_quoted_lines_are_never_cut() {
        String answers = "> When?\nTomorrow.\n> How much?\nTen.";

        assertThat(own(answers)).isNull();
        assertThat(own("On 23 Nov 2026, Anna wrote:\n" + answers)).isEqualTo(answers);
        assertThat(own("See below.\n\nOn 23 Nov 2026, Anna wrote:\n" + answers)).isEqualTo("See below.\n\n" + answers);
    }

    @Test
    void an_answer_below_all_that_is_quoted_is_the_reply() {
        assertThat(own("On 23 Nov 2026 at 10:15, Anna wrote:\n> When?\n> How much?\n\nTomorrow. Ten.\n"))
                .isEqualTo("Tomorrow. Ten.");
    }

    @Test
    void a_quoted_line_that_was_broken_on_its_way_is_still_quoted() {
        assertThat(own("Yes.\n\nOn 23 Nov 2026 at 10:15, Anna wrote:\n"
                + "> When does the pump come that we have ordered in the month before this\none?\n> Anna"))
                .isEqualTo("Yes.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"As the poet says\n> all is vanity", "Добрый день!\nОт: нас\nпривет",
            "On the other hand, the pump is here.\nOn Monday it goes on.", "The pump was sent from our house in 2026.",
            "Times:\n2026-11-23 10:15\n23.11.2026 10:15\nNov 23, 2026 at 10:15\nall fit.",
            "Here is code:\n```\n-- \nOn 23 Nov 2026 at 10:15, Anna <a@acme.example> wrote:\n```\nIt runs.",
            "Name      Due\n-------------------\nPump      Monday\nValve     Friday",
            "I said to from: anna@acme.example, to: me.",
            "With regards to the payment\nall is well."})
    void what_only_looks_like_history_is_own(String text) {
        assertThat(own(text)).isNull();
    }

    private static @Nullable String own(String text) {
        return QuotedHistory.without(text).map(OwnWords::words).orElse(null);
    }

    @Test
    void what_a_web_mailer_quotes_is_history() {
        String html = "<div>Thanks!<br>Olga</div><div class=\"gmail_quote\"><div class=\"gmail_attr\">On Mon Anna wrote:</div>"
                + "<blockquote class=\"gmail_quote\">When?</blockquote></div>";

        assertThat(new HtmlText(html).own()).map(OwnWords::words).contains("Thanks!\nOlga");
        assertThat(new HtmlText(html).text()).contains("When?");
    }

    @Test
    void what_a_page_quotes_without_a_name_for_it_is_history_under_its_attribution() {
        String html = "<p>Thanks!<br/>Olga<br/><br/>23.11.2026, 10:15, \"Anna\" &lt;a@acme.example&gt;:</p>"
                + "<blockquote>When?<br/>Anna</blockquote>";

        assertThat(new HtmlText(html).own()).map(OwnWords::words).contains("Thanks!\nOlga");
        assertThat(new HtmlText(html).text()).contains("\nWhen?\nAnna");
    }

    @Test
    void words_below_a_quoted_block_leave_the_reply_open() {
        assertThat(new HtmlText("<p>see below</p><blockquote type=\"cite\">When?</blockquote><p>Tomorrow.</p>").own())
                .isEmpty();
    }
}
