package org.interactionhub.queries.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.interactionhub.queries.Company.MONDAY;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.interactionhub.door.Refusal;
import org.interactionhub.events.ClientId;
import org.interactionhub.events.ContactPoint;
import org.interactionhub.events.ImportEvent.Verdict;
import org.interactionhub.events.ImportId;
import org.interactionhub.events.ReportedOriginal;
import org.interactionhub.queries.Company;
import org.interactionhub.queries.clientcard.ClientCard;
import org.interactionhub.queries.clientcard.ClientEntry;
import org.interactionhub.queries.clientcard.Clients;
import org.interactionhub.queries.history.Readable;
import org.interactionhub.queries.imports.ImportPreview.Column;
import org.interactionhub.readers.Phones;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ImportsTest {

    private static final ContactPoint ANNA = Company.mail("anna@acme.example");
    private static final ContactPoint PHONE = Company.phone("+79161234567");

    private final Company company = new Company();
    private final Readable history = new Readable(company.database());
    private final Imports imports = new Imports(history.database(), history.log(), new Phones("RU"),
            Clock.fixed(MONDAY, ZoneOffset.UTC));
    private final Clients clients = new Clients(history.database(), Clock.fixed(MONDAY, ZoneOffset.UTC),
            ZoneOffset.UTC);

    @AfterEach
    void close() {
        history.close();
        company.close();
    }

    @Test
    void a_preview_says_of_each_row_what_would_become_of_it_and_writes_nothing() {
        ClientId anna = company.client("Anna", ANNA);
        ClientId other = company.client("Other", PHONE);
        history.caughtUp(100);
        long head = history.log().head();

        ImportPreview preview = imports.preview(
                list("name,phone,email", "New,,new@acme.example", "Anna P.,+79031112233,anna@acme.example",
                        "New again,,new@acme.example", "Both,+79161234567,anna@acme.example", "Nobody,12,"),
                List.of());

        assertThat(preview.sorted()).extracting(SortedRow::verdict).containsExactly(Verdict.NEW, Verdict.KNOWN,
                Verdict.REPEATED, Verdict.CONFLICT, Verdict.REFUSED);
        assertThat(preview.sorted().get(1).clients()).containsExactly(new Named(anna, "Anna"));
        assertThat(preview.sorted().get(1).linked()).containsExactly(Company.phone("+79031112233"));
        assertThat(preview.sorted().get(2).sameAs()).isEqualTo(2);
        assertThat(preview.sorted().get(3).clients()).containsExactly(new Named(other, "Other"),
                new Named(anna, "Anna"));
        assertThat(preview.columns()).contains(new Column("name", "name", List.of("New", "Anna P.", "New again")));
        assertThat(history.log().head()).isEqualTo(head);
    }

    @Test
    void a_list_whose_columns_do_not_say_enough_is_shown_with_what_is_missing() {
        history.caughtUp(100);

        ImportPreview preview = imports.preview(list("who,where", "Anna,anna@acme.example"), List.of());

        assertThat(preview.complaint()).contains("No column holds mail addresses or phone numbers");
        assertThat(preview.columns()).extracting(Column::header).containsExactly("who", "where");
        assertThat(preview.sorted()).isEmpty();
    }

    @Test
    void an_import_is_told_with_its_rows_and_its_counts() {
        ImportId id = id("list");
        ClientId anna = company.imported(id, "list", "Anna", ANNA);
        history.caughtUp(3);

        ImportEntry entry = imports.find(id);

        assertThat(entry.counts()).isEqualTo(Map.of(Verdict.NEW, 1L, Verdict.REFUSED, 1L));
        assertThat(imports.all(10, null).items()).containsExactly(entry);
        assertThat(imports.rows(id, Verdict.NEW, 10, null).items()).singleElement()
                .satisfies(row -> assertThat(row.clients()).containsExactly(new Named(anna, "Anna")));
        assertThat(imports.rows(id, null, 1, null).next()).isNotNull();
    }

    @Test
    void whoever_is_withdrawn_is_in_no_list_and_her_id_says_so_for_ever() {
        ImportId id = id("list");
        ClientId anna = company.imported(id, "list", "Anna", ANNA);
        company.takenBack(id, anna, ANNA);
        history.caughtUp(100);

        assertThat(clients.list(null, 10, null).items()).isEmpty();
        assertThat(clients.list("Anna", 10, null).items()).isEmpty();
        assertThat(clients.list(ANNA.value(), 10, null).items()).isEmpty();
        assertThat(clients.find(anna)).map(ClientCard::withdrawnWith).contains(id);
        assertThat(imports.find(id).undone()).isNotNull()
                .satisfies(undone -> assertThat(undone.withdrawn()).isEqualTo(1));
    }

    @Test
    void an_undo_is_shown_before_it_is_done() {
        ImportId id = id("list");
        company.imported(id, "list", "Anna", ANNA);
        history.caughtUp(100);

        ImportUndoPreview preview = imports.undo(id);

        assertThat(preview).isEqualTo(new ImportUndoPreview(1, 1, List.of()));
    }

    @Test
    void whoever_wrote_since_would_stay() {
        ImportId id = id("list");
        ClientId anna = company.imported(id, "list", "Anna", ANNA);
        company.mailFrom(ANNA, MONDAY, "Hello", "Good morning.");
        history.caughtUp(100);

        ImportUndoPreview preview = imports.undo(id);

        assertThat(preview).isEqualTo(new ImportUndoPreview(0, 0,
                List.of(new ImportUndoPreview.Kept(2, new Named(anna, "Anna"), true, List.of(ANNA)))));
    }

    @Test
    void other_clients_stay_in_the_lists() {
        company.client("Boris", PHONE);
        ImportId id = id("list");
        ClientId anna = company.imported(id, "list", "Anna", ANNA);
        company.takenBack(id, anna, ANNA);
        history.caughtUp(100);

        assertThat(clients.list(null, 10, null).items()).extracting(ClientEntry::name).containsExactly("Boris");
    }

    @Test
    void an_import_that_nobody_made_is_not_found() {
        history.caughtUp(100);

        assertThatThrownBy(() -> imports.find(id("other"))).isInstanceOf(Refusal.class)
                .hasMessageStartingWith("There is no import");
    }

    private static ImportId id(String list) {
        return ImportId.of(ReportedOriginal.sha256(list.getBytes(StandardCharsets.UTF_8)), 0);
    }

    private static byte[] list(String... lines) {
        return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    }
}
