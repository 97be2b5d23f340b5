package org.interactionhub.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MatchTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Match match = new Match(new PrintWriter(out), new PrintWriter(err));

    @TempDir
    private Path folder;

    @Test
    void suggestions_are_written_as_csv_with_what_speaks_for_and_against() throws IOException {
        int exit = run("name;city;phone\nАнна Петрова;Пермь;+7 912 334-55-66\nAnna Petrova;Omsk;8 912 334-55-66\n");

        assertThat(exit).isZero();
        assertThat(Files.readString(folder.resolve("pairs.csv"))).isEqualToNormalizingNewlines("""
                row,other,score,for,against
                1,2,29.0,same phone: +7 912 334-55-66 / 8 912 334-55-66; same name: Анна Петрова / Anna Petrova,\
                city differs: Пермь / Omsk
                """);
        assertThat(out.toString()).startsWith("Rows read: 2.").contains("pairs.csv: 1. Nothing was linked.");
    }

    @Test
    void what_is_no_list_is_refused_with_a_sentence_and_nothing_is_written() throws IOException {
        assertThat(run("name,city\n")).isEqualTo(1);

        assertThat(err.toString()).contains("The list has a header and no rows.");
        assertThat(folder.resolve("pairs.csv")).doesNotExist();
    }

    private int run(String list) throws IOException {
        return match.run(Files.writeString(folder.resolve("in.csv"), list), folder.resolve("pairs.csv"));
    }
}
