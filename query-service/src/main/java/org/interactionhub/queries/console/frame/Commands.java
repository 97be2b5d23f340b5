package org.interactionhub.queries.console.frame;

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

    public static String replay(String origin, String projection) {
        return REPLAY.formatted(origin, projection);
    }
}
