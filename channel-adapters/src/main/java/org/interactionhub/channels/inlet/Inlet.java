package org.interactionhub.channels.inlet;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.interactionhub.channels.reports.NotDurable;
import org.interactionhub.channels.reports.Outgoing;
import org.interactionhub.channels.reports.ReportPublisher;
import org.interactionhub.channels.reports.TooLargeToKeep;
import org.interactionhub.door.Body;
import org.interactionhub.door.Refusal;
import org.interactionhub.events.InteractionReport;
import org.interactionhub.events.ReportedOriginal;
import org.interactionhub.readers.NotItsContentType;
import org.interactionhub.readers.Readers;
import org.interactionhub.readers.Received;
import org.interactionhub.readers.TooManyRecords;
import org.springframework.http.HttpStatus;

/** Takes the messages of one channel: read, durable, counted; or refused in a sentence, and counted. Thread-safe. */
public final class Inlet {

    private static final Duration COME_AGAIN = Duration.ofSeconds(5);

    private final Readers readers;
    private final ReportPublisher publisher;
    private final InFlight inFlight;
    private final InletCounts counts;
    private final Clock clock;

    Inlet(Readers readers, ReportPublisher publisher, InFlight inFlight, InletCounts counts, Clock clock) {
        this.readers = readers;
        this.publisher = publisher;
        this.inFlight = inFlight;
        this.counts = counts;
        this.clock = clock;
    }

    /** What a channel makes of a body: originals to be read, or reports that need no reader. */
    @FunctionalInterface
    public interface Reading {
        List<Outgoing> of(byte[] body, Instant receivedAt) throws NotItsContentType;
    }

    /** A way to get at the reports of a message, by which an inlet may also fail to get the message itself. */
    @FunctionalInterface
    public interface Delivery {
        List<Outgoing> take() throws NotItsContentType, IOException;
    }

    /**
     * Takes the body of a request.
     *
     * @return its reports, all of them durable
     * @throws Refusal 400, 403, 413, 415, 503 or what {@code reading} throws
     */
    public List<InteractionReport> take(HttpServletRequest request, Bounds bounds, Reading reading) {
        try {
            return take(() -> {
                int limit = bounds.limit(request);
                long announced = request.getContentLengthLong();
                try (InFlight.Share _ = inFlight.share(announced < 0 || announced > limit ? limit : announced)) {
                    byte[] body = Body.read(request, limit);
                    if (body.length == 0 && !bounds.mayBeEmpty()) {
                        throw Refusal.badRequest("The body is empty.");
                    }
                    return published(reading.of(body, clock.instant()));
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException("a request's body is read by Body alone, which throws none", e);
        }
    }

    /**
     * Takes a message that comes another way.
     *
     * @param delivery publishes what it returns by {@link #published}
     * @throws IOException if the message never arrived; it is then not counted
     */
    public List<InteractionReport> take(Delivery delivery) throws IOException {
        long begun = System.nanoTime();
        try {
            publisher.mustKeep();
            List<InteractionReport> reports = delivery.take().stream().map(Outgoing::report).toList();
            long unreadable = reports.stream().filter(report -> report.unreadable() != null).count();
            counts.taken(reports.size(), unreadable, begun);
            return reports;
        } catch (TooManyRecords | TooLargeToKeep e) {
            counts.turnedAway(InletCounts.Outcome.REFUSED, begun);
            throw new Refusal(HttpStatus.CONTENT_TOO_LARGE, String.valueOf(e.getMessage()));
        } catch (NotItsContentType e) {
            counts.turnedAway(InletCounts.Outcome.REFUSED, begun);
            throw Refusal.badRequest(String.valueOf(e.getMessage()));
        } catch (NotDurable e) {
            counts.turnedAway(InletCounts.Outcome.FAILED, begun);
            throw Refusal.notNow(String.valueOf(e.getMessage()), COME_AGAIN);
        } catch (Refusal e) {
            counts.turnedAway(outcome(e), begun);
            throw e;
        } catch (RuntimeException e) {
            counts.turnedAway(InletCounts.Outcome.FAILED, begun);
            throw e;
        }
    }

    private static InletCounts.Outcome outcome(Refusal refusal) {
        return refusal.status().is5xxServerError()
                ? InletCounts.Outcome.FAILED
                : refusal.status() == HttpStatus.FORBIDDEN ? InletCounts.Outcome.FORGED : InletCounts.Outcome.REFUSED;
    }

    /** Has an original read. */
    public List<Outgoing> read(Received received) throws NotItsContentType {
        List<Outgoing> outgoing = new ArrayList<>();
        for (InteractionReport report : readers.read(received)) {
            outgoing.add(new Outgoing(isAtHand(report.original(), received)
                    ? report
                    : report.withOriginal(ReportedOriginal.of(received.contentType(), received.bytes())),
                    received.bytes()));
        }
        return outgoing;
    }

    /** False for an endless record of a call log: it does not travel in its report, so the whole log is kept. */
    private static boolean isAtHand(ReportedOriginal original, Received received) {
        return original.bytes() != null || original.size() == received.bytes().length;
    }

    /** Returns what it was given when all of it is durable. */
    public List<Outgoing> published(List<Outgoing> reports) {
        publisher.publish(reports);
        return reports;
    }

    /** Counts a message that was refused within a posting that as a whole is taken. */
    public void refused() {
        counts.count(InletCounts.Outcome.REFUSED, 1);
    }

    public InFlight inFlight() {
        return inFlight;
    }

    public Instant now() {
        return clock.instant();
    }
}
