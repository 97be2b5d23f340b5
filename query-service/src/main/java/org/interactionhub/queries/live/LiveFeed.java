package org.interactionhub.queries.live;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.interactionhub.door.Refusal;
import org.interactionhub.events.ClientId;
import org.interactionhub.events.InteractionId;
import org.interactionhub.queries.history.Progress;
import org.interactionhub.queries.loop.Loop;
import org.interactionhub.queries.timeline.TimelineFold;
import org.interactionhub.queries.timeline.TimelineItem;
import org.interactionhub.queries.timeline.TimelineTable.Contact;
import org.interactionhub.queries.timeline.TimelineTable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Follows the shown history and tells open pages what is new. It reads tables alone, so it works whichever process
 * projects, and a rebuild tells nothing twice: it leaves positions as they are.
 */
public final class LiveFeed {

    private static final Logger LOG = LoggerFactory.getLogger(LiveFeed.class);
    private static final int MOST_LISTENERS = 1000;
    private static final int STEP = 500;
    /** Further behind than this nobody is told single contacts; pages are let go and ask anew. */
    private static final int TOO_FAR = 10_000;
    private static final int MOST_MISSED = 200;
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Duration REST = Duration.ofSeconds(1);

    private final Progress progress;
    private final LiveTable table;
    private final TransactionTemplate transaction;
    private final TimelineTable timeline;
    private final Now now;
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();

    public LiveFeed(DataSource database, Progress progress, TimelineTable timeline, Clock clock) {
        this.progress = progress;
        this.timeline = timeline;
        table = new LiveTable(database);
        transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
        now = new Now(table, timeline, clock);
    }

    public Now now() {
        return now;
    }

    /** Tells as long as it is wanted. Open pages are let go when it stops, so that the server need not wait for them. */
    public SmartLifecycle loop() {
        return new Loop("live", this::run, this::letGo);
    }

    private void letGo() {
        listeners.forEach(listener -> {
            listener.leave();
            listener.emitter().complete();
        });
    }

    /** @throws Refusal 503 if too many pages are open already */
    SseEmitter openNow() {
        return open(new Listener(null), () -> {});
    }

    /** @param seen the last position that the page knows of; null if it has just been loaded */
    SseEmitter openTimeline(ClientId client, @Nullable Long seen) {
        Listener listener = new Listener(client);
        return open(listener, () -> {
            if (seen != null) {
                long from = Math.max(seen, progress.position() - TOO_FAR);
                tell(listener, timeline.contacts(table.touched(client, from, MOST_MISSED)));
            }
        });
    }

    /** How many pages are open: those that show who calls or writes right now, or those of timelines. */
    long open(boolean now) {
        return listeners.stream().filter(listener -> !listener.isGone() && (listener.client() == null) == now).count();
    }

    private SseEmitter open(Listener listener, Runnable missed) {
        listeners.removeIf(Listener::isGone);
        if (listeners.size() >= MOST_LISTENERS) {
            throw Refusal.notNow("Too many pages are open. Close some, or try again in a minute.",
                    Duration.ofMinutes(1));
        }
        listeners.add(listener);
        Thread.ofVirtual().name("listener").start(() -> listener.serve(missed));
        return listener.emitter();
    }

    private void run(BooleanSupplier goesOn) throws InterruptedException {
        long seen = -1;
        while (goesOn.getAsBoolean()) {
            try {
                seen = seen < 0 ? begin() : step(seen);
            } catch (RuntimeException e) {
                LOG.atDebug().setCause(e).log("Nothing can be told right now: the history cannot be read.");
                Thread.sleep(REST);
            }
        }
    }

    /** Pages that were opened before the history could be read come again: there may be something. */
    private long begin() {
        long position = progress.position();
        tellOfMove(position);
        listeners.forEach(Listener::letGo);
        return position;
    }

    private long step(long seen) throws InterruptedException {
        long head = progress.awaitBeyond(seen, LOOK);
        listeners.removeIf(Listener::isGone);
        if (head <= seen || listeners.isEmpty()) {
            return Math.max(head, seen);
        }
        if (head - seen > TOO_FAR) {
            listeners.forEach(Listener::leave);
            return head;
        }
        long to = Math.min(head, seen + STEP);
        tellOfMove(to);
        transaction.executeWithoutResult(_ -> tellOfContacts(seen, to));
        return to;
    }

    private void tellOfContacts(long after, long last) {
        table.keepPlans();
        List<InteractionId> touched = table.touched(after, last);
        if (!touched.isEmpty()) {
            tellAll(timeline.contacts(touched));
        }
    }

    /** Pages about many clients ask anew when the history moves, whatever it was that happened. */
    private void tellOfMove(long position) {
        listeners.stream().filter(listener -> listener.client() == null)
                .forEach(listener -> listener.tell("history", position, Map.of("position", position)));
    }

    private void tellAll(List<Contact> contacts) {
        List<Listener> strips = listeners.stream().filter(listener -> listener.client() == null).toList();
        if (!strips.isEmpty()) {
            now.entries(contacts).forEach(
                    entry -> strips.forEach(strip -> strip.tell("now", entry.position(), entry)));
        }
        Set<ClientId> clients = listeners.stream().map(Listener::client).filter(client -> client != null)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (!clients.isEmpty()) {
            Map<ClientId, Set<InteractionId>> standing = table
                    .standing(contacts.stream().map(contact -> new InteractionId(contact.id())).toList(), clients);
            listeners.stream().filter(listener -> listener.client() != null).forEach(listener -> tell(listener,
                    contacts.stream().filter(contact -> standing.getOrDefault(listener.client(), Set.of())
                            .contains(new InteractionId(contact.id()))).toList()));
        }
    }

    private static void tell(Listener listener, Collection<Contact> contacts) {
        contacts.stream().flatMap(contact -> TimelineFold.item(contact.facts(), contact.decisions()).stream())
                .sorted((one, other) -> Long.compare(one.position(), other.position()))
                .forEach((TimelineItem item) -> listener.tell("interaction", item.position(), item));
    }
}
