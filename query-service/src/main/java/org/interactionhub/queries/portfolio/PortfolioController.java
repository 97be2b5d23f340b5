package org.interactionhub.queries.portfolio;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.interactionhub.door.Refusal;
import org.interactionhub.events.ClientEvent;
import org.interactionhub.events.ClientId;
import org.interactionhub.events.HandoverId;
import org.interactionhub.queries.clientcard.ClientQuestion.LastContact;
import org.interactionhub.queries.clientcard.ClientQuestion;
import org.interactionhub.queries.clientcard.Clients;
import org.interactionhub.queries.reading.Page;
import org.interactionhub.queries.reading.Parameters;
import org.interactionhub.queries.segment.Segments;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who of us looks after whom, what was handed over, and who would change hands. */
@RestController
public final class PortfolioController {

    /**
     * @param from whose the clients are; null or blank: nobody's
     * @param to whose they would become; null or blank: nobody's
     * @param since null for now
     * @param until exclusive, null: for good
     * @param clients exactly these, whosever they are; null: those of {@code from} whom all that follows chooses
     * @param lastFrom who was last in contact since then
     * @param lastBefore who was last in contact before
     * @param never true: who never was in contact
     */
    record Asked(@Nullable String from, @Nullable String to, @Nullable Instant since, @Nullable Instant until,
            @Nullable Set<ClientId> clients, @Nullable String q, ClientEvent.@Nullable Kind kind,
            @Nullable String segment, @Nullable Instant lastFrom, @Nullable Instant lastBefore,
            @Nullable Boolean never) {

        private @Nullable LastContact last() {
            if (Boolean.TRUE.equals(never)) {
                return LastContact.NEVER;
            }
            return lastFrom == null && lastBefore == null ? null : new LastContact(lastFrom, lastBefore);
        }
    }

    record Listed(List<Portfolio> items) {}

    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private final Portfolios portfolios;
    private final Segments segments;
    private final Clock clock;

    public PortfolioController(Portfolios portfolios, Segments segments, Clock clock) {
        this.portfolios = portfolios;
        this.segments = segments;
        this.clock = clock;
    }

    @GetMapping("/api/portfolios")
    Listed all() {
        return new Listed(portfolios.all());
    }

    @GetMapping("/api/portfolios/{owner}")
    WholePortfolio one(@PathVariable String owner, @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String segment,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String after) {
        return portfolios.of(new ClientQuestion(Parameters.words(q),
                Parameters.value("kind", kind, ClientEvent.Kind::of), members(Parameters.words(segment)),
                owner(owner), null, Parameters.limit(limit, Clients.DEFAULT, Clients.MOST), Parameters.words(after)));
    }

    @GetMapping("/api/handovers")
    Page<Handover> handovers(@RequestParam(required = false) @Nullable String owner,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String after) {
        return portfolios.handovers(Parameters.words(owner),
                Parameters.limit(limit, Portfolios.DEFAULT, Portfolios.MOST), Parameters.words(after));
    }

    @GetMapping("/api/handovers/{id}")
    WholeHandover handover(@PathVariable String id) {
        return portfolios.handover(Parameters.id(id, HandoverId::of, "There is no handover " + id + "."));
    }

    @PostMapping("/api/previews/handover")
    HandoverPreview preview(@RequestBody Asked asked) {
        Stream.of(asked.since(), asked.until(), asked.lastFrom(), asked.lastBefore()).flatMap(Stream::ofNullable)
                .forEach(PortfolioController::requireOrdinary);
        return portfolios.preview(new HandoverQuestion(Parameters.words(asked.from()), Parameters.words(asked.to()),
                asked.since(), asked.until(), asked.clients(), Parameters.words(asked.q()), asked.kind(),
                members(Parameters.words(asked.segment())), asked.last()));
    }

    private static void requireOrdinary(Instant time) {
        if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
            throw Refusal.badRequest(time + " lies outside the years 1900 to 2200.");
        }
    }

    private static String owner(String named) {
        String owner = Parameters.words(named);
        if (owner == null) {
            throw Refusal.notFound("Nobody without a name looks after clients; '" + ClientQuestion.NOBODY
                    + "' stands for those whom nobody does.");
        }
        return owner;
    }

    private @Nullable Set<ClientId> members(@Nullable String segment) {
        return segment == null ? null : segments.at(clock.instant()).ids(segments.chosen(segment));
    }
}
