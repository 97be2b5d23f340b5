package org.interactionhub.queries.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.interactionhub.queries.Company.MONDAY;
import static org.interactionhub.queries.Company.phone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSetMetaData;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.interactionhub.events.ContactPoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/views.md promises to analysts. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RelationsTest {

    private static final Map<String, String> TYPES = Map.of("int8", "bigint", "bool", "boolean");
    private static final ContactPoint ANNA = phone("+79161234567");

    @TempDir
    private Path directory;
    private Shelf shelf;

    @BeforeEach
    void open() {
        shelf = new Shelf(directory);
    }

    @AfterEach
    void close() {
        shelf.close();
    }

    @Test
    void a_relation_has_the_columns_that_it_is_checked_by() {
        for (Relations.Relation relation : Relations.all()) {
            List<Relations.Field> given = shelf.sql().sql(Relations.at(0) + "SELECT * FROM " + relation.name())
                    .query(rows -> {
                        List<Relations.Field> fields = new ArrayList<>();
                        ResultSetMetaData about = rows.getMetaData();
                        for (int i = 1; i <= about.getColumnCount(); i++) {
                            String type = about.getColumnTypeName(i);
                            fields.add(new Relations.Field(about.getColumnName(i), TYPES.getOrDefault(type, type)));
                        }
                        return fields;
                    });
            assertThat(given).as(relation.name()).isEqualTo(relation.columns());
        }
    }

    @Test
    void the_documentation_has_every_relation_with_every_column() throws IOException {
        String page = page();

        for (Relations.Relation relation : Relations.all()) {
            int begin = page.indexOf("**" + relation.name() + "**");
            assertThat(begin).as(relation.name()).isPositive();
            int end = page.indexOf("\n**", begin);
            String section = end < 0 ? page.substring(begin) : page.substring(begin, end);
            assertThat(Pattern.compile("^\\| `(\\S+) (\\S+)` ", Pattern.MULTILINE).matcher(section).results()
                    .map(match -> new Relations.Field(match.group(1), match.group(2)))).as(relation.name())
                    .containsExactlyInAnyOrderElementsOf(relation.columns());
        }
    }

    @Test
    void the_example_of_the_documentation_runs() throws IOException, InterruptedException {
        String example = Pattern.compile("```sql\n(.*?)```", Pattern.DOTALL).matcher(page()).results()
                .map((MatchResult match) -> match.group(1)).findFirst().orElseThrow();
        shelf.company().client("Анна", ANNA);
        shelf.company().rings("1", ANNA, MONDAY);
        shelf.company().answers("1", ANNA, "Ольга", MONDAY.plusSeconds(5));
        shelf.company().rings("2", ANNA, MONDAY.plusSeconds(3600));
        shelf.company().hangsUp("2", ANNA, MONDAY.plusSeconds(3605));
        Views views = shelf.file("calls-by-hour", example).views();

        shelf.build(views, "calls-by-hour");

        assertThat(shelf.rows(views, "calls-by-hour")).containsExactly("12 1 0", "13 0 1");
    }

    private static String page() throws IOException {
        return Files.readString(Path.of("../docs/views.md"));
    }
}
