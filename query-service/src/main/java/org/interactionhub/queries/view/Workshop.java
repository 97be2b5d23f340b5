package org.interactionhub.queries.view;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.interactionhub.door.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where views are built, one at a time in this process, and what came of it last. */
final class Workshop {

    private static final Logger LOG = LoggerFactory.getLogger(Workshop.class);
    private static final String AWAY = "It could not be built just now: the database did not answer. It is tried again.";

    private final ProbeTable probe;
    private final BuildTable builder;
    private final ZoneId zone;
    private final Clock clock;
    private final MeterRegistry meters;
    private final Lock turn = new ReentrantLock(true);
    private final Map<String, ViewBuild> underWay = new ConcurrentHashMap<>();
    private final Map<String, Attempt> attempts = new ConcurrentHashMap<>();

    Workshop(DataSource database, ZoneId zone, Clock clock, MeterRegistry meters) {
        probe = new ProbeTable(database);
        builder = new BuildTable(database, zone);
        this.zone = zone;
        this.clock = clock;
        this.meters = meters;
    }

    /**
     * The last build of a view in this process.
     *
     * @param trouble why it failed, in a sentence; empty if it did not
     */
    record Attempt(String fingerprint, Instant endedAt, long millis, Optional<String> trouble) {}

    /** A build that has not begun. */
    ViewBuild build(ViewDefinition view) {
        return new ViewBuild(view, this, clock, turn);
    }

    Optional<ViewBuild> underWay(String view) {
        return Optional.ofNullable(underWay.get(view));
    }

    Optional<Attempt> last(String view) {
        return Optional.ofNullable(attempts.get(view));
    }

    /** Why the last build failed, in a sentence; empty if it did not. */
    Optional<String> trouble(String view) {
        return last(view).flatMap(Attempt::trouble);
    }

    /** Changes whenever the same facts would give other rows. */
    String fingerprint(ViewDefinition view) {
        return view.fingerprint() + "/" + Relations.FINGERPRINT.substring(0, 16) + "/" + zone.getId();
    }

    ProbeTable probe() {
        return probe;
    }

    BuildTable builder() {
        return builder;
    }

    void begins(ViewBuild build) {
        underWay.put(build.view().name(), build);
    }

    void ends(ViewBuild build) {
        underWay.remove(build.view().name(), build);
    }

    void built(ViewDefinition view, Built built) {
        measure(view, "built", built.millis());
        attempts.put(view.name(), new Attempt(fingerprint(view), clock.instant(), built.millis(), Optional.empty()));
        LOG.atInfo().addKeyValue("view", view.name()).addKeyValue("position", built.position())
                .addKeyValue("rows", built.rows()).addKeyValue("millis", built.millis()).log("A view was built.");
    }

    void failed(ViewDefinition view, RuntimeException failure, long millis) {
        measure(view, "failed", millis);
        String sentence = failure instanceof Refusal ? String.valueOf(failure.getMessage()) : AWAY;
        Attempt before = attempts.put(view.name(),
                new Attempt(fingerprint(view), clock.instant(), millis, Optional.of(sentence)));
        if (before == null || !before.trouble().equals(Optional.of(sentence))) {
            LOG.atWarn().setCause(failure instanceof Refusal ? null : failure).addKeyValue("view", view.name())
                    .addKeyValue("says", sentence).log("A view cannot be built; what was shown of it stays.");
        }
    }

    private void measure(ViewDefinition view, String outcome, long millis) {
        Timer.builder("hub.view.build").description("How long building an analysts' view took")
                .tag("view", view.name()).tag("outcome", outcome).register(meters).record(Duration.ofMillis(millis));
    }
}
