package org.interactionhub.standalone.demo;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.interactionhub.readers.Phones;
import org.interactionhub.readers.Readers;
import org.interactionhub.standalone.datadir.DataDirectory;
import org.interactionhub.standalone.datadir.Ports;
import tools.jackson.databind.JsonNode;

/** Plays the story of a company into the hub that is up, goes on with it live, and takes it away again. */
public final class Demo {

    private final PrintWriter out;
    private final PrintWriter err;
    private final Clock clock;
    private final Map<String, String> environment;
    private final Company company = Library.company();

    /** @param environment names the data directory of the hub, and how its readers are set up */
    public Demo(PrintWriter out, PrintWriter err, Clock clock, Map<String, String> environment) {
        this.out = out;
        this.err = err;
        this.clock = clock;
        this.environment = environment;
    }

    /**
     * Plays what has not been played yet.
     *
     * @param live whether to go on until the process is stopped
     * @return the exit code
     */
    public int play(boolean live) throws IOException, InterruptedException {
        DataDirectory data = data();
        Optional<Ports> hub = Ports.of(data);
        if (hub.isEmpty()) {
            err.println("No hub is up on " + data.root() + ". Start it with ./hub up, then come back with ./hub demo.");
            return 1;
        }
        try (Door door = new Door(hub.get().address())) {
            Journal journal = Journal.in(data.root());
            Optional<String> foreign = new Holdings(door, company).foreign(journal.isKnown());
            if (foreign.isPresent()) {
                refuse(foreign.get());
                return 1;
            }
            Instant anchor = journal.anchor(clock.instant().truncatedTo(ChronoUnit.MINUTES));
            Stage stage = stage();
            if (!journal.isComplete()) {
                play(door, journal, stage, anchor);
            } else {
                out.println("The story is here already; it was played at " + anchor + ".");
            }
            new Signposts(out, door, company).print(journal);
            return live ? new Live(out, door, company, stage, clock, TimeUnit.SECONDS::sleep).run() : 0;
        }
    }

    /**
     * Takes the demo away, and the whole data directory with it.
     *
     * @param sure whether it was said on the command line that this is meant
     * @return the exit code
     */
    public int remove(boolean sure, Removal.Stop stop) throws IOException, InterruptedException {
        return new Removal(out, err, company).remove(data(), sure, stop);
    }

    private DataDirectory data() {
        return new DataDirectory(Path.of(environment.getOrDefault("HUB_DATA", "data")));
    }

    private Stage stage() {
        String region = environment.getOrDefault("HUB_REGION", "RU");
        ZoneId zone = ZoneId.of(environment.getOrDefault("HUB_CALL_LOG_ZONE", "UTC"));
        Postman postman = new Postman(new Readers(region, zone));
        return new Stage(company, postman, new Exchange(company, postman, zone), new Phones(region));
    }

    private void play(Door door, Journal journal, Stage stage, Instant anchor)
            throws IOException, InterruptedException {
        long begin = System.nanoTime();
        List<Script> scripts = stage.scripts(anchor);
        Play play = new Play(door, journal.isKnown());
        Desk desk = new Desk(door, journal);
        out.println(company.name() + " tells of eighteen months with " + scripts.size() + " clients.");
        desk.describe(company.ours());
        for (Script script : scripts) {
            desk.register(script);
        }
        long position = deliver(play, desk, scripts, stage.noise(anchor));
        for (Script script : scripts) {
            for (Delivery again : script.twice()) {
                again(door, journal, again);
            }
        }
        out.println("  staff tell of meetings, plans and decisions");
        for (Script script : scripts) {
            desk.assign(script);
            desk.relate(script);
            desk.say(script);
        }
        door.ask("/api/clients?limit=1&atLeast=" + Math.max(position, desk.position()));
        new Holdings(door, company).demandBalance();
        buildViews(door);
        journal.complete();
        long contacts = scripts.stream().mapToLong(Script::contacts).sum();
        out.printf("Played in %d s: %d clients, %d contacts; the sums of every account hold.%n%n",
                Duration.ofNanos(System.nanoTime() - begin).toSeconds(), scripts.size(), contacts);
    }

    /** What was built of the first messages has a minute's rest; who follows the signposts should not meet it. */
    private void buildViews(Door door) throws IOException, InterruptedException {
        for (JsonNode view : door.ask("/api/views").path("items")) {
            if (view.path("state").asString().equals("built") && !view.has("trouble")) {
                door.tell("/api/replays", Map.of("projection", view.path("name").asString()), company.name());
            }
        }
    }

    private long deliver(Play play, Desk desk, List<Script> scripts, List<Delivery> noise)
            throws IOException, InterruptedException {
        long position = 0;
        long done = 0;
        for (List<List<Delivery>> wave : Waves.of(scripts)) {
            position = Math.max(position, play.deliver(wave));
            done += wave.stream().flatMap(List::stream).flatMap(delivery -> delivery.reports().stream()).count();
            out.printf("  %d messages have come in%n", done);
            for (Script script : scripts) {
                desk.acquaint(script, position);
            }
        }
        play.deliver(List.of(noise));
        return position;
    }

    private static void again(Door door, Journal journal, Delivery delivery) throws IOException, InterruptedException {
        String key = "again/" + delivery.reports().getFirst().reportId();
        if (journal.id(key).isEmpty() && !journal.isInDoubt(key)) {
            journal.begin(key);
            door.deliver(delivery);
            journal.end(key, "");
        }
    }

    private void refuse(String foreign) {
        err.println(foreign);
        err.println("The demo plays only into a hub that holds nothing else, since what a hub has recorded stays. "
                + "Give it a hub of its own:");
        err.println("  HUB_DATA=./data-demo HUB_HTTP_PORT=8090 HUB_SMTP_PORT=2590 ./hub up");
        err.println("  HUB_DATA=./data-demo ./hub demo");
    }

    /** Everything that it takes to make stories ready. */
    record Stage(Company company, Postman postman, Exchange exchange, Phones phones) {

        List<Script> scripts(Instant anchor) {
            List<Story> stories = new ArrayList<>(Library.longStories(company));
            stories.addAll(Crowd.of(company, anchor).stories());
            return stories.stream()
                    .map(story -> new Narrator(company, story, anchor, postman, exchange).script(phones)).toList();
        }

        List<Delivery> noise(Instant anchor) {
            return company.noise().stream().map(noise -> postman.present(noise.channel(), noise.account(), noise.type(),
                    noise.body().getBytes(StandardCharsets.UTF_8), anchor)).toList();
        }
    }
}
