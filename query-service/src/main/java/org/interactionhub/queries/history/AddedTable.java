package org.interactionhub.queries.history;

import static org.interactionhub.queries.history.Columns.Type.BIGINT;
import static org.interactionhub.queries.history.Columns.Type.BOOLEAN;
import static org.interactionhub.queries.history.Columns.Type.JSONB;
import static org.interactionhub.queries.history.Columns.Type.TEXT;
import static org.interactionhub.queries.history.Columns.Type.TIMESTAMPTZ;
import static org.interactionhub.queries.history.Columns.Type.UUID;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.interactionhub.queries.history.HistoryRow.Decision;
import org.interactionhub.queries.history.HistoryRow.Fact;
import org.interactionhub.queries.history.HistoryRow.Import;
import org.interactionhub.queries.history.HistoryRow.ImportUndo;
import org.interactionhub.queries.history.HistoryRow.ImportedRow;
import org.interactionhub.queries.history.HistoryRow.Link;
import org.interactionhub.queries.history.HistoryRow.Suggestion;

/**
 * A table that gets one new row for each row an event tells, whatever stands there already: COPY, live as in a rebuild.
 */
record AddedTable<R extends HistoryRow>(String name, Class<R> kind, Columns<R> columns) {

    static final List<AddedTable<?>> ALL = List.of(
            new AddedTable<>("interaction_fact", Fact.class, Columns.of(Fact.class)
                    .with("position", BIGINT, Fact::position).with("interaction_id", UUID, Fact::interactionId)
                    .with("event", TEXT, Fact::event).with("channel", TEXT, Fact::channel)
                    .with("account", TEXT, Fact::account).with("direction", TEXT, Fact::direction)
                    .with("occurred_at", TIMESTAMPTZ, Fact::occurredAt)
                    .with("recorded_at", TIMESTAMPTZ, Fact::recordedAt).with("actor", TEXT, Fact::actor)
                    .with("client_id", UUID, Fact::clientId).with("conversation", TEXT, Fact::conversation)
                    .with("subject", TEXT, Fact::subject).with("text", TEXT, Fact::text)
                    .with("reply", TEXT, Fact::reply).with("attributes", JSONB, Fact::attributes)
                    .with("attachments", JSONB, Fact::attachments).with("participants", JSONB, Fact::participants)
                    .with("stated", JSONB, Fact::stated).with("reader", TEXT, Fact::reader)
                    .with("by_machine", BOOLEAN, Fact::byMachine)),
            new AddedTable<>("decision", Decision.class, Columns.of(Decision.class)
                    .with("position", BIGINT, Decision::position).with("interaction_id", UUID, Decision::interactionId)
                    .with("decision", TEXT, Decision::decision).with("options", JSONB, Decision::options)
                    .with("reason", TEXT, Decision::reason).with("taken_at", BIGINT, Decision::takenAt)
                    .with("actor", TEXT, Decision::actor).with("occurred_at", TIMESTAMPTZ, Decision::occurredAt)
                    .with("recorded_at", TIMESTAMPTZ, Decision::recordedAt)),
            new AddedTable<>("suggestion", Suggestion.class, Columns.of(Suggestion.class)
                    .with("position", BIGINT, Suggestion::position).with("client_id", UUID, Suggestion::clientId)
                    .with("other_id", UUID, Suggestion::otherId).with("evidence", UUID, Suggestion::evidence)),
            new AddedTable<>("import", Import.class, Columns.of(Import.class)
                    .with("import_id", UUID, Import::importId).with("file", TEXT, Import::file)
                    .with("source", TEXT, Import::source).with("rows", BIGINT, Import::rows)
                    .with("columns", JSONB, Import::columns).with("actor", TEXT, Import::actor)
                    .with("recorded_at", TIMESTAMPTZ, Import::recordedAt).with("position", BIGINT, Import::position)),
            new AddedTable<>("imported_row", ImportedRow.class, Columns.of(ImportedRow.class)
                    .with("import_id", UUID, ImportedRow::importId).with("line", BIGINT, ImportedRow::line)
                    .with("name", TEXT, ImportedRow::name).with("verdict", TEXT, ImportedRow::verdict)
                    .with("clients", JSONB, ImportedRow::clients).with("same_as", BIGINT, ImportedRow::sameAs)
                    .with("linked", JSONB, ImportedRow::linked).with("remarks", JSONB, ImportedRow::remarks)
                    .with("position", BIGINT, ImportedRow::position)),
            new AddedTable<>("import_undo", ImportUndo.class, Columns.of(ImportUndo.class)
                    .with("import_id", UUID, ImportUndo::importId).with("reason", TEXT, ImportUndo::reason)
                    .with("actor", TEXT, ImportUndo::actor)
                    .with("recorded_at", TIMESTAMPTZ, ImportUndo::recordedAt)
                    .with("position", BIGINT, ImportUndo::position)),
            new AddedTable<>("contact_point_link", Link.class, Columns.of(Link.class)
                    .with("contact_point_id", UUID, Link::contactPointId).with("client_id", UUID, Link::clientId)
                    .with("method", TEXT, Link::method).with("evidence", UUID, Link::evidence)
                    .with("actor", TEXT, Link::actor)
                    .with("valid_from", TIMESTAMPTZ,
                            link -> Objects.requireNonNullElse(link.validFrom(), Instant.MIN))
                    .with("valid_to", TIMESTAMPTZ, link -> Objects.requireNonNullElse(link.validTo(), Instant.MAX))
                    .with("linked_at", TIMESTAMPTZ, Link::linkedAt).with("from_position", BIGINT, Link::position)));

    void add(CopyTable copy, RowsByKind rows) {
        copy.add(name, columns, rows.of(kind));
    }
}
