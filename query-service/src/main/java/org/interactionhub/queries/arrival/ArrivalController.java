package org.interactionhub.queries.arrival;

import org.interactionhub.events.Channel;
import org.interactionhub.queries.reading.Page;
import org.interactionhub.queries.reading.Parameters;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/arrivals}. */
@RestController
public final class ArrivalController {

    private final Arrivals arrivals;

    public ArrivalController(Arrivals arrivals) {
        this.arrivals = arrivals;
    }

    @GetMapping("/api/arrivals")
    Page<Arrival> arrivals(@RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String channel,
            @RequestParam(required = false) @Nullable String account,
            @RequestParam(required = false) @Nullable String verdict,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to, @RequestParam(required = false) @Nullable String q) {
        Channel known = Parameters.value("channel", channel, Channel::of);
        return arrivals.page(new ArrivalQuestion(
                Parameters.limit(limit, ArrivalQuestion.DEFAULT, ArrivalQuestion.MOST),
                after == null || after.isBlank() ? null : after, known == null ? null : known.value(),
                Parameters.words(account), Parameters.value("verdict", verdict, Verdict::of),
                Parameters.time("from", from), Parameters.time("to", to), Parameters.words(q)));
    }
}
