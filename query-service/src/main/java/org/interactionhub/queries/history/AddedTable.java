package org.interactionhub.queries.history;

import static org.interactionhub.queries.history.Columns.Type.BIGINT;
import static org.interactionhub.queries.history.Columns.Type.BOOLEAN;
import static org.interactionhub.queries.history.Columns.Type.JSONB;
import static org.interactionhub.queries.history.Columns.Type.NUMERIC;
import static org.interactionhub.queries.history.Columns.Type.TEXT;
import static org.interactionhub.queries.history.Columns.Type.TIMESTAMPTZ;
import static org.interactionhub.queries.history.Columns.Type.UUID;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.interactionhub.queries.history.HistoryRow.Account;
import org.interactionhub.queries.history.HistoryRow.Booking;
import org.interactionhub.queries.history.HistoryRow.Decision;
import org.interactionhub.queries.history.HistoryRow.Fact;
import org.interactionhub.queries.history.HistoryRow.Handover;
import org.interactionhub.queries.history.HistoryRow.Import;
import org.interactionhub.queries.history.HistoryRow.ImportUndo;
import org.interactionhub.queries.history.HistoryRow.ImportedRow;
import org.interactionhub.queries.history.HistoryRow.Link;
import org.interactionhub.queries.history.HistoryRow.Name;
import org.interactionhub.queries.history.HistoryRow.Owner;
import org.interactionhub.queries.history.HistoryRow.Party;
import org.interactionhub.queries.history.HistoryRow.PointClass;
import org.interactionhub.queries.history.HistoryRow.Related;
import org.interactionhub.queries.history.HistoryRow.Suggestion;
import org.jspecify.annotations.Nullable;

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
            new AddedTable<>("booking", Booking.class, Columns.of(Booking.class)
                    .with("position", BIGINT, Booking::position).with("interaction_id", UUID, Booking::interactionId)
                    .with("contact_point_id", UUID, Booking::contactPointId).with("kind", TEXT, Booking::kind)
                    .with("system", TEXT, Booking::system).with("amount", NUMERIC, Booking::amount)
                    .with("currency", TEXT, Booking::currency).with("reference", TEXT, Booking::reference)
                    .with("campaign", TEXT, Booking::campaign).with("occurred_at", TIMESTAMPTZ, Booking::occurredAt)
                    .with("recorded_at", TIMESTAMPTZ, Booking::recordedAt)),
            new AddedTable<>("suggestion", Suggestion.class, Columns.of(Suggestion.class)
                    .with("position", BIGINT, Suggestion::position).with("line", BIGINT, Suggestion::line)
                    .with("client_id", UUID, Suggestion::clientId).with("other_id", UUID, Suggestion::otherId)
                    .with("evidence", UUID, Suggestion::evidence).with("import_id", UUID, Suggestion::importId)),
            new AddedTable<>("owner_fact", Owner.class, Columns.of(Owner.class)
                    .with("client_id", UUID, Owner::clientId).with("owner", TEXT, Owner::owner)
                    .with("valid_from", TIMESTAMPTZ, Owner::validFrom)
                    .with("valid_to", TIMESTAMPTZ, owner -> Objects.requireNonNullElse(owner.validTo(), Instant.MAX))
                    .with("handover_id", UUID, Owner::handoverId).with("position", BIGINT, Owner::position)),
            new AddedTable<>("handover", Handover.class, Columns.of(Handover.class)
                    .with("handover_id", UUID, Handover::handoverId).with("from_owner", TEXT, Handover::from)
                    .with("to_owner", TEXT, Handover::to).with("clients", BIGINT, Handover::clients)
                    .with("valid_from", TIMESTAMPTZ, Handover::validFrom)
                    .with("valid_to", TIMESTAMPTZ,
                            handover -> Objects.requireNonNullElse(handover.validTo(), Instant.MAX))
                    .with("reason", TEXT, Handover::reason).with("actor", TEXT, Handover::actor)
                    .with("recorded_at", TIMESTAMPTZ, Handover::recordedAt)
                    .with("position", BIGINT, Handover::position)),
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
                    .with("valid_from", TIMESTAMPTZ, link -> begin(link.validFrom()))
                    .with("valid_to", TIMESTAMPTZ, link -> end(link.validTo()))
                    .with("linked_at", TIMESTAMPTZ, Link::linkedAt).with("from_position", BIGINT, Link::position)),
            new AddedTable<>("contact_point_class", PointClass.class, Columns.of(PointClass.class)
                    .with("contact_point_id", UUID, PointClass::contactPointId).with("class", TEXT, PointClass::as)
                    .with("reason", TEXT, PointClass::reason).with("actor", TEXT, PointClass::actor)
                    .with("recorded_at", TIMESTAMPTZ, PointClass::recordedAt)
                    .with("from_position", BIGINT, PointClass::position)),
            new AddedTable<>("client_name", Name.class, Columns.of(Name.class)
                    .with("client_id", UUID, Name::clientId).with("name", TEXT, Name::name)
                    .with("from_position", BIGINT, Name::position)),
            new AddedTable<>("party", Party.class, Columns.of(Party.class)
                    .with("client_id", UUID, Party::clientId).with("party", TEXT, Party::party)
                    .with("legal_name", TEXT, Party::legalName).with("tax_number", TEXT, Party::taxNumber)
                    .with("city", TEXT, Party::city).with("actor", TEXT, Party::actor)
                    .with("recorded_at", TIMESTAMPTZ, Party::recordedAt)
                    .with("from_position", BIGINT, Party::position)),
            new AddedTable<>("channel_account", Account.class, Columns.of(Account.class)
                    .with("channel", TEXT, Account::channel).with("account", TEXT, Account::account)
                    .with("title", TEXT, Account::title).with("legal_entity", TEXT, Account::legalEntity)
                    .with("office", TEXT, Account::office).with("actor", TEXT, Account::actor)
                    .with("recorded_at", TIMESTAMPTZ, Account::recordedAt)
                    .with("from_position", BIGINT, Account::position)),
            new AddedTable<>("relation", Related.class, Columns.of(Related.class)
                    .with("client_id", UUID, Related::clientId).with("to_id", UUID, Related::toId)
                    .with("relation", TEXT, Related::relation).with("within", BOOLEAN, Related::within)
                    .with("role", TEXT, Related::role).with("actor", TEXT, Related::actor)
                    .with("valid_from", TIMESTAMPTZ, row -> begin(row.validFrom()))
                    .with("valid_to", TIMESTAMPTZ, row -> end(row.validTo()))
                    .with("recorded_at", TIMESTAMPTZ, Related::recordedAt)
                    .with("from_position", BIGINT, Related::position)));

    static Instant begin(@Nullable Instant bound) {
        return Objects.requireNonNullElse(bound, Instant.MIN);
    }

    static Instant end(@Nullable Instant bound) {
        return Objects.requireNonNullElse(bound, Instant.MAX);
    }

    void add(CopyTable copy, RowsByKind rows) {
        copy.add(name, columns, rows.of(kind));
    }
}
