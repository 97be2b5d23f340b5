package org.interactionhub.queries.history;

import java.util.LinkedHashSet;
import java.util.Set;
import org.interactionhub.events.Channel;
import org.interactionhub.events.ContactPoint;
import org.interactionhub.events.Direction;
import org.interactionhub.events.Heard;
import org.interactionhub.events.Participant;
import org.interactionhub.events.Participant.Role;

/** Says under whose addresses a contact is filed: everybody's who took part, but our own. */
final class Parties {

    /** An address and the part its holder had; {@code stated} is what the sender calls her own. */
    record Party(ContactPoint point, String role) {}

    private Parties() {}

    static Set<Party> of(Heard heard) {
        Set<Party> parties = new LinkedHashSet<>();
        for (Participant participant : heard.participants()) {
            if (!isOurs(participant, heard)) {
                participant.contactPoint()
                        .ifPresent(point -> parties.add(new Party(point, participant.role().value())));
            }
        }
        heard.stated().forEach(point -> parties.add(new Party(point, "stated")));
        return parties;
    }

    private static boolean isOurs(Participant participant, Heard heard) {
        Role role = participant.role();
        return role == Role.AGENT
                || participant.value().equals(heard.account())
                || heard.direction() == Direction.OUTBOUND && role == Role.FROM
                // whoever rings us dialled a number of ours, whatever the exchange is called
                || heard.direction() == Direction.INBOUND && heard.channel() == Channel.PHONE && role != Role.FROM;
    }
}
