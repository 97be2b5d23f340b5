package org.interactionhub.queries.console;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.interactionhub.events.Channel;
import org.interactionhub.events.ContactPoint;
import org.interactionhub.events.Participant;
import org.interactionhub.queries.console.frame.Point;
import org.interactionhub.queries.console.frame.Wording;
import org.interactionhub.queries.timeline.Ours;
import org.interactionhub.queries.timeline.TimelineItem;
import org.jspecify.annotations.Nullable;

/** Says who took part in a contact, and where we heard of it. */
record Parties(Wording words) {

    private static final int NAMED = 4;

    /** From whom to whom, through what; null if nothing of it is known. */
    @Nullable
    String of(TimelineItem item) {
        String all = Stream.of(ways(item), through(item), by(item)).flatMap(Optional::stream)
                .collect(Collectors.joining(" · "));
        return all.isEmpty() ? null : all;
    }

    /** Who wrote it, null if nobody is known. */
    @Nullable
    String author(TimelineItem item) {
        String from = named(item, Participant.Role.FROM);
        return from.isEmpty() ? null : from;
    }

    private Optional<String> ways(TimelineItem item) {
        String from = named(item, Participant.Role.FROM);
        String to = named(item, Participant.Role.TO, Participant.Role.CC, Participant.Role.BCC);
        if (from.isEmpty() || to.isEmpty()) {
            return Optional.of(from + to).filter(one -> !one.isEmpty());
        }
        return Optional.of(words.say("entry.to", from, to));
    }

    /** Which of us was met; if nobody said, which account. Our mailbox stands among the recipients of a mail already. */
    private Optional<String> through(TimelineItem item) {
        return Stream.concat(Stream.ofNullable(item.ours()).map(Ours::line).filter(line -> !line.isEmpty()),
                Stream.ofNullable(item.account()).filter(_ -> item.channel() != Channel.EMAIL)).findFirst()
                .map(account -> words.say("entry.at", account));
    }

    private Optional<String> by(TimelineItem item) {
        return Optional.ofNullable(item.by()).map(name -> words.say("entry.by", name));
    }

    private static String named(TimelineItem item, Participant.Role... roles) {
        List<String> names = item.participants().stream()
                .filter(participant -> List.of(roles).contains(participant.role()))
                .filter(participant -> participant.type() != ContactPoint.Type.COOKIE)
                .map(Parties::name).distinct().toList();
        String shown = names.stream().limit(NAMED).collect(Collectors.joining(", "));
        return names.size() > NAMED ? shown + " +" + (names.size() - NAMED) : shown;
    }

    private static String name(Participant participant) {
        String address = Point.readable(participant.type(), participant.value());
        String name = participant.name();
        return name == null || name.isBlank() || name.equals(address) ? address : name + " <" + address + ">";
    }
}
