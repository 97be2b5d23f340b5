package org.interactionhub.benchmarks.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PageTest {

    @Test
    void the_run_writes_between_its_marks_and_nowhere_else() throws IOException {
        String page = "before\n" + Page.BEGIN + "\nold\n" + Page.END + "\nafter\n";

        String written = Page.with(Page.with(page, List.of("first")), List.of("a", "b"));

        assertThat(written).isEqualTo("before\n" + Page.BEGIN + "\n\na\nb\n\n" + Page.END + "\nafter\n");
    }

    @Test
    void a_page_without_marks_is_left_alone() {
        assertThatThrownBy(() -> Page.with("all by hand", List.of("a"))).hasMessageContaining("The page lacks");
    }
}
