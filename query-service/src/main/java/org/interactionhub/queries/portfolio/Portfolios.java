package org.interactionhub.queries.portfolio;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;
import org.interactionhub.door.Refusal;
import org.interactionhub.events.ClientId;
import org.interactionhub.events.HandoverId;
import org.interactionhub.queries.clientcard.ClientQuestion;
import org.interactionhub.queries.clientcard.Clients;
import org.interactionhub.queries.portfolio.HandoverPreview.ChangingHands;
import org.interactionhub.queries.reading.Cursor;
import org.interactionhub.queries.reading.Page;
import org.jspecify.annotations.Nullable;

/** Answers who of us looks after whom, and who changes hands. */
public final class Portfolios {

    public static final int DEFAULT = 50;
    public static final int MOST = 500;
    /** So many open plans are named one by one; all are counted. */
    public static final int MOST_PROMISES = 200;
    /** So many clients one handover moves at most. */
    public static final int MOST_CLIENTS = 5_000;

    private static final int CONTACTS = 20;

    private final PortfolioTable table;
    private final Clients clients;
    private final Clock clock;

    public Portfolios(DataSource database, Clients clients, Clock clock) {
        this.table = new PortfolioTable(database);
        this.clients = clients;
        this.clock = clock;
    }

    /** Everybody who looks after a client now, by name; at the end those whom nobody looks after, if there are any. */
    public List<Portfolio> all() {
        return table.all(clock.instant());
    }

    /**
     * What somebody looks after; nothing if she looks after nobody any more.
     *
     * @param question who of the clients is asked for; its owner is whose portfolio it is
     * @throws Refusal 404 if nobody of ours is known by this name, 400 if limit or cursor make no sense
     */
    public WholePortfolio of(ClientQuestion question) {
        String owner = Objects.requireNonNull(question.owner());
        if (!owner.equals(ClientQuestion.NOBODY) && !table.isKnown(owner)) {
            throw Refusal.notFound("Nobody of ours is known as '" + owner + "'.");
        }
        Instant now = clock.instant();
        Clients.Hits hits = clients.hits(question);
        return new WholePortfolio(table.portfolio(owner, now), table.promises(owner, MOST_PROMISES, now),
                table.contacts(owner, CONTACTS, now), hits.all(), hits.page().items(), hits.page().next());
    }

    /**
     * What was handed over, the last told first.
     *
     * @param owner from or to whom, by name; null: all
     * @param limit 1 to {@link #MOST}
     * @param after the {@code next} of the page before, null for the first
     */
    public Page<Handover> handovers(@Nullable String owner, int limit, @Nullable String after) {
        long before = after == null ? Long.MAX_VALUE : Cursor.parse(after, 1).number(0);
        List<Handover> found = table.handovers(owner, before, limit + 1, clock.instant());
        List<Handover> shown = found.subList(0, Math.min(limit, found.size()));
        return new Page<>(shown,
                found.size() > shown.size() ? Cursor.of(shown.getLast().position()).text() : null);
    }

    /** @throws Refusal 404 if there is no such handover */
    public WholeHandover handover(HandoverId id) {
        Instant now = clock.instant();
        Handover handover = table.handover(id, now)
                .orElseThrow(() -> Refusal.notFound("There is no handover " + id + "."));
        return new WholeHandover(handover, table.moved(id, now));
    }

    /**
     * Who would change hands; nobody if the question chooses all out.
     *
     * @throws Refusal 400 if it is to the same, ends before it begins or would be of too many; 404 if a client is not known
     */
    public HandoverPreview preview(HandoverQuestion question) {
        Instant now = clock.instant();
        Instant since = question.since() == null ? now : question.since();
        Instant until = question.until();
        if (Objects.equals(question.from(), question.to())) {
            throw Refusal.badRequest("'from' and 'to' are the same; clients are handed over to somebody else.");
        }
        if (until != null && !until.isAfter(since)) {
            throw Refusal.badRequest("'until' lies behind 'since'.");
        }
        List<ClientId> chosen = question.clients() == null ? chosen(question) : heads(question.clients());
        if (chosen.size() > MOST_CLIENTS) {
            throw Refusal.badRequest("At most " + MOST_CLIENTS
                    + " clients change hands by one handover; narrow them down and hand over more than once.");
        }
        List<ChangingHands> hands = table.changingHands(chosen, since, until, now);
        Portfolio counted = table.counted(chosen, now);
        return new HandoverPreview(question.from(), question.to(), since, until, hands.size(), hands, counted.plans(),
                counted.overdue(), table.promises(chosen, MOST_PROMISES, now));
    }

    /** One more than change hands at most, so that too many are noticed. */
    private List<ClientId> chosen(HandoverQuestion question) {
        String owner = question.from() == null ? ClientQuestion.NOBODY : question.from();
        return clients.ids(new ClientQuestion(question.q(), question.kind(), question.among(), owner, question.last(),
                MOST_CLIENTS + 1, null));
    }

    private List<ClientId> heads(Set<ClientId> named) {
        if (named.stream().anyMatch(Objects::isNull)) {
            throw Refusal.badRequest("'clients' are ids of clients, and null is none.");
        }
        Set<ClientId> unknown = new HashSet<>(named);
        unknown.removeAll(table.known(named));
        if (!unknown.isEmpty()) {
            throw Refusal.notFound("There is no client " + unknown.iterator().next() + ".");
        }
        return table.heads(named);
    }
}
