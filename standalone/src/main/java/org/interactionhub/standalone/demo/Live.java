package org.interactionhub.standalone.demo;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Goes on with the story at a human pace: somebody rings, a mail arrives, a chat goes on, a form is filled in. */
final class Live {

    private static final int PAUSE = 8;
    private static final int RINGING = 12;
    private static final int TYPING = 6;

    /** Lets some seconds go by. */
    interface Rest {

        void seconds(int seconds) throws InterruptedException;
    }

    /**
     * One thing that happens, one of the first four filled.
     *
     * @param told what the terminal says of it
     * @param from who it is: name, mail address, phone or messenger, as the channel needs it
     */
    record Happening(@Nullable String call, @Nullable String mail, @Nullable String form, @Nullable String chat,
            String told, Person from, @Nullable String to, @Nullable String text, @Nullable List<String> lines,
            @Nullable Map<String, String> fields, @Nullable Integer talk) {}

    record Happenings(List<Happening> happenings) {}

    private final PrintWriter out;
    private final Door door;
    private final Company company;
    private final Demo.Stage stage;
    private final Clock clock;
    private final Rest rest;

    Live(PrintWriter out, Door door, Company company, Demo.Stage stage, Clock clock, Rest rest) {
        this.out = out;
        this.door = door;
        this.company = company;
        this.stage = stage;
        this.clock = clock;
        this.rest = rest;
    }

    /** Does not return until the thread is interrupted. */
    int run() throws IOException, InterruptedException {
        out.println();
        out.println("Live: keep " + door.address() + " open. Ctrl-C ends it.");
        while (true) {
            round();
        }
    }

    /** Everything that happens, once. */
    void round() throws IOException, InterruptedException {
        for (Happening happening : Library.read("live.yaml", Happenings.class).happenings()) {
            happen(happening);
            rest.seconds(PAUSE);
        }
    }

    private void happen(Happening happening) throws IOException, InterruptedException {
        say(happening.told());
        if (happening.call() != null) {
            call(happening);
        } else if (happening.mail() != null) {
            mail(happening, happening.mail());
        } else if (happening.form() != null) {
            form(happening, happening.form());
        } else {
            chat(happening, String.valueOf(happening.chat()));
        }
    }

    private void call(Happening happening) throws IOException, InterruptedException {
        Instant now = clock.instant();
        int talk = happening.talk() == null ? 0 : happening.talk();
        Scene.Call call = new Scene.Call("", "in", "", "", talk, null, null);
        Person agent = company.staff(String.valueOf(happening.to()));
        String id = "live-" + now.toEpochMilli();
        step(call, happening.from(), agent, id, "newCall");
        rest.seconds(RINGING);
        if (talk > 0) {
            step(call, happening.from(), agent, id, "answer");
            say("  " + agent.known() + " answers");
            rest.seconds(talk);
        }
        step(call, happening.from(), agent, id, "hangup");
        say(talk > 0 ? "  they have hung up" : "  nobody answered: a missed call");
    }

    private void step(Scene.Call call, Person from, Person agent, String id, String event)
            throws IOException, InterruptedException {
        door.post("/intake/calls/" + company.exchange(), "application/json",
                stage.exchange().event(call, from, agent, id, event));
    }

    private void mail(Happening happening, String subject) throws IOException, InterruptedException {
        Instant now = clock.instant();
        Person to = company.staff(String.valueOf(happening.to()));
        Letter letter = new Letter(happening.from(), to, null, subject, String.valueOf(happening.text()),
                now.atZone(company.zoneId()), "live." + now.toEpochMilli() + "@story.example", List.of(), false,
                StandardCharsets.UTF_8, List.of());
        door.deliver(stage.postman().mail(to.address(), letter.bytes(), now));
    }

    private void form(Happening happening, String form) throws IOException, InterruptedException {
        Map<String, String> fields = happening.fields() == null ? Map.of() : happening.fields();
        door.post("/intake/forms/" + form, "application/json", Library.JSON.writeValueAsBytes(fields));
    }

    private void chat(Happening happening, String account) throws IOException, InterruptedException {
        Person agent = company.staff(String.valueOf(happening.to()));
        boolean byClient = true;
        for (String line : happening.lines() == null ? List.<String>of() : happening.lines()) {
            Instant now = clock.instant();
            Person author = byClient ? happening.from() : agent;
            Messenger.Said said = new Messenger.Said(happening.from(), author, Long.toString(now.toEpochMilli()), now,
                    byClient);
            door.deliver(stage.postman().chat(account, Messenger.telegram(said, line), now));
            say("  " + author.known() + ": " + line);
            byClient = !byClient;
            rest.seconds(TYPING);
        }
    }

    private void say(String line) {
        out.println(line);
    }
}
