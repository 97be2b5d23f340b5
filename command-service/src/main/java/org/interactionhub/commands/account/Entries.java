package org.interactionhub.commands.account;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** What became of the reports of one batch, summed up by account. Every report is one entry. */
public final class Entries {

    /** The four ends a report can come to. */
    public enum Kind {
        RECORDED, DUPLICATE, DEAD_LETTERED, REFUSED
    }

    record Account(String channel, String account) {}

    record Sums(long received, long recorded, long duplicate, long deadLettered, long refused) {

        static final Sums NONE = new Sums(0, 0, 0, 0, 0);

        Sums plus(Kind kind, long count) {
            return switch (kind) {
                case RECORDED -> new Sums(received + count, recorded + count, duplicate, deadLettered, refused);
                case DUPLICATE -> new Sums(received + count, recorded, duplicate + count, deadLettered, refused);
                case DEAD_LETTERED -> new Sums(received + count, recorded, duplicate, deadLettered + count, refused);
                case REFUSED -> new Sums(received + count, recorded, duplicate, deadLettered, refused + count);
            };
        }
    }

    private final Map<Account, Sums> sums = new LinkedHashMap<>();
    private final Instant at;

    /** @param at when the reports were received */
    public Entries(Instant at) {
        this.at = at;
    }

    public void add(String channel, String account, Kind kind) {
        sums.merge(new Account(channel, account), Sums.NONE.plus(kind, 1), (old, _) -> old.plus(kind, 1));
    }

    /** Takes back what a report had come to, since it comes to something else now. */
    public void takeBack(String channel, String account, Kind kind) {
        sums.merge(new Account(channel, account), Sums.NONE.plus(kind, -1), (old, _) -> old.plus(kind, -1));
    }

    Instant at() {
        return at;
    }

    Map<Account, Sums> sums() {
        return sums;
    }
}
