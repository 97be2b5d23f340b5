package org.interactionhub.queries.console.operations;

import org.interactionhub.queries.console.frame.Wording;

/** Lines to be copied into a terminal, which fill what is empty. */
final class Commands {

    private static final String UNREADABLE = """
            curl %s/intake/calls/office \\
              -H 'Content-Type: application/json' \\
              -d '{"event": "fax", "callId": "demo-%d"}'""";

    private static final String FORM = """
            curl %s/intake/forms/website \\
              --data-urlencode 'name=%s' \\
              --data-urlencode 'email=anna@example.com' \\
              --data-urlencode 'message=%s'""";

    private static final String REPLAY = """
            curl %s/api/replays \\
              -H 'Content-Type: application/json' \\
              -d '{"projection": "%s"}'""";

    private Commands() {}

    /** Makes a dead letter: no exchange of ours knows a call event 'fax'. */
    static String unreadable(String origin, long number) {
        return UNREADABLE.formatted(origin, number);
    }

    static String form(String origin, Wording words) {
        return FORM.formatted(origin, words.say("empty.sample.name"), words.say("empty.sample.message"));
    }

    static String replay(String origin, String projection) {
        return REPLAY.formatted(origin, projection);
    }
}
