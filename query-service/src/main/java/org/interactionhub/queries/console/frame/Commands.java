package org.interactionhub.queries.console.frame;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.interactionhub.events.ClientId;

/** Lines to be copied into a terminal, which fill what is empty. */
public final class Commands {

    private static final String UNREADABLE = """
            curl %s/intake/calls/office \\
              -H 'Content-Type: application/json' \\
              -d '{"event": "fax", "callId": "demo-%d"}'""";

    private static final String FORM = """
            curl %s/intake/forms/website \\
              --data-urlencode 'name=%s' \\
              --data-urlencode 'email=anna@example.com' \\
              --data-urlencode 'phone=+7 495 000-01-23' \\
              --data-urlencode 'message=%s'""";

    private static final String CHAT = """
            curl %s/intake/chats/site \\
              -H 'Content-Type: application/json' \\
              -d '{"conversation": "demo", "messageId": "%s", "text": "%s", "from": {"id": "visitor", "name": "%s"}}'""";

    private static final String NEWCOMER = """
            curl %s/intake/chats/site \\
              -H 'Content-Type: application/json' \\
              -d '{"conversation": "%s", "messageId": "1", "text": "%s", "sentAt": "%s", "from": {"id": "%2$s", "name": "%s"}}'""";

    private static final String TALK = """
            for message in 1 2 3; do
            curl %s/intake/chats/site \\
              -H 'Content-Type: application/json' \\
              -d '{"conversation": "%s", "messageId": "'$message'", "text": "%s", "from": {"id": "%2$s", "name": "%s"}}'
            done""";

    private static final String TWINS = """
            for client in mail phone; do
            curl %1$s/intake/forms/website \\
              --data-urlencode "name=%2$s" \\
              --data-urlencode "$([ $client = mail ] && echo 'email=%3$s@example.com' || echo 'phone=%4$s')" \\
              --data-urlencode 'message=%5$s'
            done
            curl %1$s/intake/forms/website \\
              --data-urlencode 'name=%2$s' \\
              --data-urlencode 'email=%3$s@example.com' \\
              --data-urlencode 'phone=%4$s' \\
              --data-urlencode 'message=%5$s'""";

    private static final String PLAN = """
            curl %s/api/interactions \\
              -H 'Content-Type: application/json' \\
              -d '{"clientId": "%s", "channel": "meeting", "plannedFor": "%s", "subject": "%s"}'""";

    private static final String OWNER = """
            CLIENT=$(curl -s %s/api/clients?limit=1 | grep -o '"id":"[^"]*"' | head -n 1 | cut -d'"' -f4)
            curl %1$s/api/clients/$CLIENT/owner \\
              -H 'Content-Type: application/json' \\
              -d '{"owner": "%s"}'""";

    private static final String REPLAY = """
            curl %s/api/replays \\
              -H 'Content-Type: application/json' \\
              -d '{"projection": "%s"}'""";

    private Commands() {}

    /** Makes a dead letter: no exchange of ours knows a call event 'fax'. */
    public static String unreadable(String origin, long number) {
        return UNREADABLE.formatted(origin, number);
    }

    public static String form(String origin, Wording words) {
        return FORM.formatted(origin, words.say("empty.sample.name"), words.say("empty.sample.message"));
    }

    /** A message of its own each second, or the second time would be a repeat of the first. */
    public static String chat(String origin, Visitor visitor) {
        return CHAT.formatted(origin, visitor.times().now().getEpochSecond(),
                visitor.words().say("empty.sample.message"), visitor.words().say("empty.sample.name"));
    }

    /** A chat message of somebody whom nobody knew, sent at this moment. */
    public static String newcomer(String origin, Instant sentAt, Visitor visitor) {
        return NEWCOMER.formatted(origin, somebody(visitor), visitor.words().say("empty.sample.message"),
                sentAt.truncatedTo(ChronoUnit.SECONDS),
                visitor.words().say("empty.sample.name"));
    }

    /** Three chat messages of somebody whom nobody knew. */
    public static String talk(String origin, Visitor visitor) {
        return TALK.formatted(origin, somebody(visitor), visitor.words().say("empty.sample.message"),
                visitor.words().say("empty.sample.name"));
    }

    /** Somebody leaves her mail address in one form and her number in another, and both in a third. */
    public static String twins(String origin, Visitor visitor) {
        long number = visitor.times().now().getEpochSecond();
        return TWINS.formatted(origin, visitor.words().say("empty.sample.name"), somebody(visitor),
                "+7916%07d".formatted(number % 10_000_000), visitor.words().say("empty.sample.message"));
    }

    /** A meeting with this client, a week from now. */
    public static String plan(String origin, ClientId client, Visitor visitor) {
        return PLAN.formatted(origin, client,
                visitor.times().now().plus(Duration.ofDays(7)).truncatedTo(ChronoUnit.HOURS),
                visitor.words().say("empty.sample.visit"));
    }

    /** The client of the latest contact is somebody's from now on. */
    public static String owner(String origin, Wording words) {
        return OWNER.formatted(origin, words.say("empty.sample.name"));
    }

    private static String somebody(Visitor visitor) {
        return "demo-" + visitor.times().now().toEpochMilli();
    }

    public static String replay(String origin, String projection) {
        return REPLAY.formatted(origin, projection);
    }
}
