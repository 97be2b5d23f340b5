package org.interactionhub.queries.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.interactionhub.queries.Company.MONDAY;
import static org.interactionhub.queries.Company.mail;

import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.interactionhub.door.Refusal;
import org.interactionhub.queries.reading.CsvRows;
import org.interactionhub.queries.replay.Follower.Following;
import org.interactionhub.events.ContactPoint;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.SmartLifecycle;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ViewsTest {

    private static final ContactPoint ANNA = mail("anna@acme.example");
    private static final ContactPoint CHAT = new ContactPoint(ContactPoint.Type.CHAT, "telegram:17");
    private static final Duration SOON = Duration.ofSeconds(15);
    private static final String BY_CHANNEL = "SELECT channel AS a FROM interaction GROUP BY 1";

    private static final String OTHER_COLUMN = """
            -- title.en: One
            -- title.ru: Один
            -- about.en: What?
            -- about.ru: Что?
            -- key: b
            -- column b: text | B | Б
            SELECT direction AS b FROM interaction GROUP BY 1""";

    @TempDir
    private Path directory;
    private Shelf shelf;

    @BeforeEach
    void open() {
        shelf = new Shelf(directory);
        shelf.company().mailFrom(ANNA, MONDAY, "Котельная", "Сколько?");
        shelf.company().chatFrom(CHAT, MONDAY, "Привет");
        shelf.readable().caughtUp();
    }

    @AfterEach
    void close() {
        shelf.close();
    }

    @Test
    void a_built_view_is_what_its_SELECT_gives_from_scratch() throws InterruptedException {
        Views views = shelf.with("channels", BY_CHANNEL).views();

        shelf.build(views, "channels");

        ViewState.Standing standing = standing(views, "channels");
        assertThat(shelf.rows(views, "channels"))
                .isEqualTo(shelf.sql().sql(Relations.at(standing.position()) + BY_CHANNEL + " ORDER BY 1")
                        .query(String.class).list())
                .containsExactly("chat", "email");
        assertThat(standing.position()).isEqualTo(shelf.readable().log().head());
        assertThat(standing.behind()).isZero();
    }

    @Test
    void what_views_are_called_is_told_by_their_files_before_there_is_a_table_of_views() {
        Views views = shelf.with("channels", BY_CHANNEL).file("headless", "SELECT 1").views();
        shelf.sql().sql("DROP SCHEMA IF EXISTS views CASCADE").update();

        assertThat(views.titles().keySet()).containsExactly("channels", "headless");
        assertThat(views.titles().get("headless")).isEqualTo(new Said("headless", "headless"));
    }

    @Test
    void a_view_says_how_far_behind_it_is_and_catches_up_when_built_again() throws InterruptedException {
        Views views = shelf.with("channels", BY_CHANNEL).views();
        shelf.build(views, "channels");
        shelf.company().mailFrom(ANNA, MONDAY.plusSeconds(60), "Ещё", "раз");

        long behind = standing(views, "channels").behind();
        shelf.build(views, "channels");

        assertThat(behind).isEqualTo(1);
        assertThat(standing(views, "channels").behind()).isZero();
    }

    @Test
    void the_keeper_builds_what_is_there_and_whatever_is_put_there_later() {
        Views views = shelf.with("channels", BY_CHANNEL).views();
        SmartLifecycle keeper = views.keeper();
        keeper.start();
        try {
            await().atMost(SOON).untilAsserted(() -> assertThat(standing(views, "channels").rows()).isEqualTo(2));

            shelf.with("later", "SELECT direction AS a FROM interaction GROUP BY 1");
            shelf.with("channels", "SELECT channel AS a FROM interaction WHERE channel = 'email' GROUP BY 1");

            await().atMost(SOON).untilAsserted(() -> assertThat(standing(views, "later").rows()).isEqualTo(1));
            await().atMost(SOON).untilAsserted(() -> assertThat(standing(views, "channels").rows()).isEqualTo(1));
        } finally {
            keeper.stop();
        }
    }

    @Test
    void among_the_processors_every_view_says_how_far_it_is_or_what_stops_it() {
        Views views = shelf.file("headless", "SELECT 1").with("sound", BY_CHANNEL).views();
        long shown = shelf.readable().history().progress().position();
        SmartLifecycle keeper = views.keeper();
        keeper.start();
        try {
            await().atMost(SOON).untilAsserted(() -> assertThat(views.following()).containsExactly(
                    new Following("headless", 0, null, "The header lacks a line '-- title.en: ...'."),
                    new Following("sound", shown, null, null)));
            assertThat(shelf.readable().meters().get("hub.view.build").tags("view", "sound", "outcome", "built").timer()
                    .count())
                    .isEqualTo(1);
        } finally {
            keeper.stop();
        }
    }

    @Test
    void a_file_that_is_wrong_says_so_and_holds_up_nothing() {
        shelf.file("headless", "SELECT 1").with("Wrong", "SELECT 1")
                .with("misspelt", "\nSELECT\n  chanel AS a FROM interaction")
                .with("other", "SELECT 'x' AS b").with("sound", BY_CHANNEL);
        Views views = shelf.views();
        SmartLifecycle keeper = views.keeper();
        keeper.start();
        try {
            await().atMost(SOON).untilAsserted(() -> assertThat(standing(views, "sound").rows()).isEqualTo(2));
            await().atMost(SOON).untilAsserted(() -> assertThat(trouble(views, "misspelt"))
                    .isEqualTo("PostgreSQL refuses it (line 9): column \"chanel\" does not exist."));
            assertThat(trouble(views, "headless")).isEqualTo("The header lacks a line '-- title.en: ...'.");
            assertThat(trouble(views, "Wrong")).contains("small Latin letters");
            assertThat(trouble(views, "other")).contains("a column 'a' that the SELECT does not give");
            assertThatThrownBy(() -> views.rows("headless", Order.BY_KEY, 1, null)).isInstanceOf(Refusal.class)
                    .hasMessageContaining("The header lacks");
        } finally {
            keeper.stop();
        }
    }

    @Test
    void a_failed_build_leaves_what_is_shown() throws InterruptedException {
        Views views = shelf.with("channels", BY_CHANNEL).views();
        shelf.build(views, "channels");
        shelf.with("channels", "SELECT (1 / (length(channel) - 5))::text AS a FROM interaction GROUP BY 1");

        assertThatThrownBy(() -> shelf.build(views, "channels")).hasMessageContaining("division by zero");

        assertThat(shelf.rows(views, "channels")).containsExactly("chat", "email");
        assertThat(views.find("channels").orElseThrow().state()).isEqualTo(ViewState.State.BUILT);
        assertThat(trouble(views, "channels")).contains("division by zero");
    }

    @Test
    void a_view_keeps_its_columns_until_it_is_built_of_others() throws InterruptedException {
        Views views = shelf.with("channels", BY_CHANNEL).views();
        shelf.build(views, "channels");
        shelf.file("channels", OTHER_COLUMN);

        List<String> before = shelf.rows(views, "channels");
        ViewRows sorted = views.rows("channels", new Order("b", true), 1, null);
        List<String> known = columns(views);
        shelf.build(views, "channels");

        assertThat(before).containsExactly("chat", "email");
        assertThat(sorted.items()).containsExactly(Map.of("a", "chat"));
        assertThat(known).containsExactly("a");
        assertThat(columns(views)).containsExactly("b");
        assertThat(views.rows("channels", new Order("b", true), 1, null).items())
                .containsExactly(Map.of("b", "inbound"));
    }

    @Test
    void a_file_that_cannot_be_used_any_more_leaves_what_is_shown() throws InterruptedException {
        Views views = shelf.with("channels", BY_CHANNEL).views();
        shelf.build(views, "channels");
        shelf.file("channels", "SELECT 1");

        ViewState state = views.find("channels").orElseThrow();

        assertThat(state.state()).isEqualTo(ViewState.State.BUILT);
        assertThat(state.title()).isEqualTo(new Said("One", "Один"));
        assertThat(state.trouble()).contains("The header lacks");
        assertThat(shelf.rows(views, "channels")).containsExactly("chat", "email");
    }

    @Test
    void what_an_older_hub_built_without_telling_its_columns_is_built_again() throws InterruptedException {
        Views views = shelf.with("channels", BY_CHANNEL).views();
        shelf.build(views, "channels");
        shelf.sql().sql("ALTER TABLE views.built DROP COLUMN face").update();

        shelf.keeper().glance(() -> true);

        assertThat(shelf.rows(views, "channels")).containsExactly("chat", "email");
    }

    @Test
    void rows_come_in_parts_until_the_view_is_built_again() throws InterruptedException {
        Views views = shelf.with("numbers", "SELECT lpad(x::text, 2, '0') AS a FROM generate_series(1, 25) x").views();
        shelf.build(views, "numbers");
        ViewRows first = views.rows("numbers", Order.BY_KEY, 10, null);
        ViewRows second = views.rows("numbers", Order.BY_KEY, 10, first.next());
        ViewRows third = views.rows("numbers", Order.BY_KEY, 10, second.next());

        shelf.build(views, "numbers");

        assertThat(second.items().getFirst()).containsEntry("a", "11");
        assertThat(third.items()).hasSize(5);
        assertThat(third.next()).isNull();
        assertThatThrownBy(() -> views.rows("numbers", Order.BY_KEY, 10, first.next()))
                .hasMessageContaining("built again");
        assertThat(views.rows("numbers", new Order("a", true), 1, null).items().getFirst()).containsEntry("a", "25");
    }

    @Test
    void a_view_whose_file_is_gone_is_forgotten() throws Exception {
        Views views = shelf.with("channels", BY_CHANNEL).views();
        shelf.build(views, "channels");
        Files.delete(directory.resolve("channels.sql"));
        SmartLifecycle keeper = views.keeper();
        keeper.start();
        try {
            await().atMost(SOON).untilAsserted(() -> assertThat(shelf.sql()
                    .sql("SELECT count(*) FROM pg_tables WHERE schemaname = 'views'").query(Long.class).single())
                    .isEqualTo(1));
        } finally {
            keeper.stop();
        }
        assertThat(views.all()).isEmpty();
    }

    @Test
    void a_file_that_an_editor_replaces_by_taking_it_away_and_writing_it_anew_is_not_forgotten() throws Exception {
        Views views = shelf.with("channels", BY_CHANNEL).views();
        ViewKeeper keeper = shelf.keeper();
        keeper.glance(() -> true);
        ViewState.Standing before = standing(views, "channels");

        Files.delete(directory.resolve("channels.sql"));
        keeper.glance(() -> true);
        shelf.with("channels", BY_CHANNEL);
        keeper.glance(() -> true);

        assertThat(standing(views, "channels")).isEqualTo(before);
    }

    @Test
    void while_the_directory_cannot_be_read_the_views_stay_as_they_are() throws Exception {
        Views views = shelf.with("channels", BY_CHANNEL).views();
        ViewKeeper keeper = shelf.keeper();
        keeper.glance(() -> true);
        ViewState before = views.find("channels").orElseThrow();

        Path moved = Files.move(directory, directory.resolveSibling(directory.getFileName() + "-moved"));
        Files.createSymbolicLink(directory, directory); // leads to itself, so that reading it fails
        keeper.glance(() -> true);
        keeper.glance(() -> true);

        assertThat(views.find("channels")).contains(before);
        assertThat(shelf.rows(views, "channels")).containsExactly("chat", "email");
        assertThat(keeper.following()).extracting(Following::name).containsExactly("channels");
        Files.delete(directory);
        Files.move(moved, directory);
    }

    @Test
    void how_late_each_view_is_is_measured_as_long_as_it_is_there() throws Exception {
        ViewKeeper keeper = shelf.with("channels", BY_CHANNEL).keeper();
        keeper.glance(() -> true);
        assertThat(late()).isZero();

        shelf.company().mailFrom(ANNA, MONDAY.plusSeconds(60), "Ещё", "раз");

        await().atMost(SOON).untilAsserted(() -> assertThat(late()).isPositive());
        Files.delete(directory.resolve("channels.sql"));
        keeper.glance(() -> true);
        assertThat(shelf.readable().meters().find("hub.view.lag.seconds").gauges()).isEmpty();
    }

    @Test
    void a_view_rests_ten_times_as_long_as_it_took_and_a_minute_at_least() {
        assertThat(Rest.isOver(MONDAY, 100, MONDAY.plusSeconds(59))).isFalse();
        assertThat(Rest.isOver(MONDAY, 100, MONDAY.plusSeconds(60))).isTrue();
        assertThat(Rest.isOver(MONDAY, 20_000, MONDAY.plusSeconds(199))).isFalse();
        assertThat(Rest.isOver(MONDAY, 20_000, MONDAY.plusSeconds(200))).isTrue();
    }

    @Test
    void csv_quotes_what_must_be_quoted_and_disarms_formulas() throws Exception {
        StringWriter out = new StringWriter();
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("a", "=HYPERLINK(\"http://evil.example\")");
        row.put("b", -5);
        row.put("c", "two\nlines, and a comma");
        row.put("d", null);

        new CsvRows(out, List.of("a", "b", "c", "d")).write(row);

        assertThat(out).hasToString(
                "a,b,c,d\r\n\"'=HYPERLINK(\"\"http://evil.example\"\")\",-5,\"two\nlines, and a comma\",\r\n");
    }

    private double late() {
        return shelf.readable().meters().get("hub.view.lag.seconds").tag("view", "channels").gauge().value();
    }

    private static List<String> columns(Views views) {
        return views.find("channels").orElseThrow().columns().stream().map(Column::name).toList();
    }

    private static ViewState.Standing standing(Views views, String name) {
        ViewState.Standing standing = views.find(name).orElseThrow().standing();
        assertThat(standing).as(name).isNotNull();
        return Objects.requireNonNull(standing);
    }

    private static @Nullable String trouble(Views views, String name) {
        return views.find(name).orElseThrow().trouble();
    }
}
