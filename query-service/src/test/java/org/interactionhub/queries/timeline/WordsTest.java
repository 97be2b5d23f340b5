package org.interactionhub.queries.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.interactionhub.queries.Company.MONDAY;
import static org.interactionhub.queries.Company.mail;
import static org.interactionhub.queries.Company.phone;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.interactionhub.events.ClientId;
import org.interactionhub.events.ContactPoint;
import org.interactionhub.queries.Company;
import org.interactionhub.queries.history.Readable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WordsTest {

    private final ContactPoint annasMail = mail("anna.petrova@acme.example");
    private final ContactPoint annasPhone = phone("+79161234567");
    private Company company;
    private Readable readable;
    private Timeline timeline;
    private ClientId anna;

    @BeforeEach
    void open() {
        company = new Company();
        readable = new Readable(company.database());
        timeline = new Timeline(readable.database(), new TimelineTable(readable.database()), readable.log());
        anna = company.client("Анна Петрова", annasMail, annasPhone);
    }

    @AfterEach
    void close() {
        readable.close();
        company.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"petrova", "anna.petrova@acme.example", "acme"})
    void a_contact_is_found_by_who_wrote_it(String typed) {
        company.mailFrom(annasMail, MONDAY, "Котельная", "Сколько стоит?");

        assertThat(search(typed).items()).hasSize(1);
    }

    @Test
    void where_places_cannot_be_told_nothing_is_marked() {
        company.mailFrom(annasMail, MONDAY, "Ссылка", "x".repeat(3_000) + " котельная под ключ");

        TimelinePage found = search("котельная");

        assertThat(found.items()).singleElement().satisfies(
                item -> assertThat(item.highlights()).noneMatch(one -> one.field().equals("/text")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"+79161234567", "8 (916) 123-45-67", "916 123 45 67"})
    void a_call_is_found_by_its_number_however_it_is_written(String typed) {
        company.rings("1", annasPhone, MONDAY);

        TimelinePage found = search(typed);

        assertThat(found.items()).hasSize(1);
        assertThat(found.widened()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Соколв,Соколов", "сокоолв,Соколов", "Ivanof,Ivanov", "Иванов,Ivanov", "sokolov,Соколов"})
    void a_misspelt_word_finds_the_one_that_was_meant_and_says_so(String typed, String meant) {
        company.mailFrom(annasMail, MONDAY, "Котельная", "С уважением, Соколов. Kind regards, Ivanov");

        TimelinePage found = search(typed);

        assertThat(found.items()).hasSize(1);
        assertThat(found.widened()).containsExactly(new Widening(typed, List.of(meant)));
        assertThat(marked(found.items().getFirst())).containsExactly(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"4001236", "400123", "40012345", "4010235"})
    void a_number_with_a_digit_wrong_missing_added_or_swapped_finds_what_is_near(String typed) {
        company.mailFrom(annasMail, MONDAY, "Счёт-4001235", "Оплатите до пятницы");

        TimelinePage found = search(typed);

        assertThat(found.items()).hasSize(1);
        assertThat(found.widened()).singleElement().extracting(Widening::typed).isEqualTo(typed);
    }

    @Test
    void a_number_is_found_whatever_stands_before_it() {
        company.mailFrom(annasMail, MONDAY, "Договор Д-1042/2026", "Подпишем?");

        assertThat(search("1042").items()).hasSize(1);
        assertThat(search("1042").widened()).isEmpty();
        assertThat(search("Д-1042/2026").items()).hasSize(1);
        assertThat(marked(search("1042").items().getFirst())).containsExactly("1042");
    }

    @Test
    void what_is_found_as_it_was_typed_is_not_widened() {
        company.mailFrom(annasMail, MONDAY, "Смета", "С уважением, Соколов");
        company.mailFrom(annasMail, MONDAY.plusSeconds(1), "Смета", "С уважением, Соколв");

        assertThat(search("Соколв").items()).hasSize(1);
        assertThat(search("Соколв").widened()).isEmpty();
    }

    @Test
    void a_word_that_many_others_hold_is_not_misspelt() {
        ContactPoint others = mail("others@elsewhere.example");
        for (int i = 0; i < 20; i++) {
            company.mailFrom(others, MONDAY.plusSeconds(i), "Смета", "Котельная");
        }
        company.mailFrom(annasMail, MONDAY, "Счета", "Оплатите");

        assertThat(search("смета").items()).isEmpty();
    }

    @Test
    void a_part_of_an_address_is_marked_in_it() {
        company.mailFrom(annasMail, MONDAY, "Котельная", "Сколько стоит?");

        assertThat(search("acme").items().getFirst().highlights())
                .contains(new Highlight("/participants/0/value", 13, 17));
    }

    @Test
    void only_the_word_that_nothing_holds_is_widened() {
        company.mailFrom(annasMail, MONDAY, "Смета", "С уважением, Соколов");
        company.mailFrom(annasMail, MONDAY.plusSeconds(1), "Договор", "С уважением, Соколов");
        company.mailFrom(annasMail, MONDAY.plusSeconds(2), "Договор", "С уважением, Сокол");

        assertThat(search("смета Соколв").items()).extracting(TimelineItem::subject).containsExactly("Смета");
        assertThat(search("смета -Соколв").items()).hasSize(1);
        assertThat(search("смета договор")).extracting(TimelinePage::items, TimelinePage::widened)
                .containsExactly(List.of(), List.of());
    }

    @Test
    void the_pages_of_a_widened_search_follow_each_other() {
        for (int i = 0; i < 5; i++) {
            company.mailFrom(annasMail, MONDAY.plusSeconds(i), "Смета " + i, "С уважением, Соколов");
        }

        TimelinePage first = page("Соколв", 3, null);
        TimelinePage second = page("Соколв", 3, first.next());

        assertThat(Stream.concat(first.items().stream(), second.items().stream()).map(TimelineItem::subject))
                .containsExactly("Смета 4", "Смета 3", "Смета 2", "Смета 1", "Смета 0");
        assertThat(second.widened()).isEqualTo(first.widened());
    }

    @Test
    void every_form_of_a_word_is_marked_where_it_stands() {
        company.mailFrom(annasMail, MONDAY, "Договор", "\uD83D\uDE00 <b>Двух</b> договоров &amp; договора нет");

        TimelineItem item = search("договора").items().getFirst();

        assertThat(marked(item)).containsExactly("Договор", "договоров", "договора");
        assertThat(search("котельная").items()).isEmpty();
    }

    @Test
    void a_common_word_and_a_rare_one_are_found_alike() {
        for (int i = 0; i < 9; i++) {
            company.mailFrom(annasMail, MONDAY.plusSeconds(i), "Смета", i % 3 == 0 ? "Насос" : "Котёл");
        }
        readable.caughtUp();
        Slice slice = new Slice(anna.value(), 3, null, null, null, null, null, null, "'насос'", null, null, null);

        List<UUID> byIndex = ids(slice, 100, 100);

        assertThat(byIndex).hasSize(3);
        assertThat(ids(slice, 0, 100)).as("in the newest entries").isEqualTo(byIndex);
        assertThat(ids(slice, 0, 2)).as("down the timeline").isEqualTo(byIndex);
    }

    private List<UUID> ids(Slice slice, int few, int recent) {
        Map<String, Object> parameters = new HashMap<>(Map.of("few", few, "recent", recent));
        return JdbcClient.create(readable.database())
                .sql(PageTable.page(slice, parameters)
                        + "SELECT interaction_id FROM page ORDER BY occurred_at DESC, interaction_id DESC")
                .params(parameters).query(UUID.class).list();
    }

    private TimelinePage search(String typed) {
        return page(typed, 50, null);
    }

    private TimelinePage page(String typed, int limit, @Nullable String before) {
        readable.caughtUp();
        return timeline
                .page(new TimelineQuestion(anna, limit, before, null, null, null, null, typed, null, null, null));
    }

    /** What is marked in subject and text. */
    private static List<String> marked(TimelineItem item) {
        return item.highlights().stream().flatMap(one -> switch (one.field()) {
            case "/subject" -> Stream.of(String.valueOf(item.subject()).substring(one.from(), one.to()));
            case "/text" -> Stream.of(String.valueOf(item.text()).substring(one.from(), one.to()));
            default -> Stream.empty();
        }).toList();
    }
}
