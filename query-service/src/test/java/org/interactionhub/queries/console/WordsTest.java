package org.interactionhub.queries.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WordsTest {

    @Test
    void an_answer_comes_first_and_what_it_quotes_is_folded() {
        assertThat(Words.of("Да, согласны.\n\n> Согласны?\n", "Да, согласны."))
                .isEqualTo(new Words("Да, согласны.", "> Согласны?", true));
    }

    @Test
    void an_answer_between_the_quoted_lines_folds_the_whole_text() {
        assertThat(Words.of("> Согласны?\nДа.", "Да.")).isEqualTo(new Words("Да.", "> Согласны?\nДа.", true));
    }

    @Test
    void a_short_text_is_shown_as_it_is() {
        assertThat(Words.of("Перезвоните мне", null)).isEqualTo(new Words("Перезвоните мне", null, false));
    }

    @Test
    void nothing_said_is_nothing_shown() {
        assertThat(Words.of(null, null)).isEqualTo(new Words(null, null, false));
        assertThat(Words.of("  \n", "")).isEqualTo(new Words(null, null, false));
    }

    @Test
    void a_long_text_is_cut_between_lines_and_nothing_of_it_is_lost() {
        String text = "Котёл, насосы, автоматика, монтаж.\n".repeat(60).strip();

        Words words = Words.of(text, null);

        assertThat(words.own()).hasSizeLessThan(1000).endsWith("монтаж.");
        assertThat(words.own() + "\n" + words.rest()).isEqualTo(text);
    }

    @Test
    void of_a_long_text_the_part_with_the_word_that_was_sought_stands_in_front() {
        String text = "Котёл, насосы, автоматика, монтаж.\n".repeat(60) + "Потом гидрострелка.\n"
                + "Пуск.\n".repeat(300);

        Words words = Words.of(text, null, new Sought(Pattern.compile("гидрострелка")));

        assertThat(words.own()).hasSizeLessThan(1000).startsWith("… Потом гидрострелка.").endsWith(" …");
        assertThat(words.rest()).isEqualTo(text);
    }

    @Test
    void one_endless_word_is_cut_too() {
        String text = "x".repeat(5000);

        Words words = Words.of(text, null);

        assertThat(words.own() + words.rest()).isEqualTo(text);
        assertThat(words.own()).hasSizeLessThan(1000);
    }
}
