package org.interactionhub.benchmarks.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PageTest {

    private final Page page = Page.of(Path.of("performance.md"), "bench");

    @Test
    void the_run_writes_between_its_marks_and_nowhere_else() throws IOException {
        String text = "before\n" + page.begin() + "\nold\n" + page.end() + "\nafter\n";

        String written = page.with(page.with(text, List.of("first")), List.of("a", "b"));

        assertThat(written).isEqualTo("before\n" + page.begin() + "\n\na\nb\n\n" + page.end() + "\nafter\n");
    }

    @Test
    void a_page_without_marks_is_left_alone() {
        assertThatThrownBy(() -> page.with("all by hand", List.of("a"))).hasMessageContaining("The page lacks");
    }
}
