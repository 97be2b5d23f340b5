package org.interactionhub.commands.portfolio;

import java.time.Instant;
import org.interactionhub.door.Refusal;
import org.interactionhub.events.HandoverId;
import org.springframework.http.HttpStatus;

/** Clients cannot change hands as it was said. */
public final class HandoverRefused extends Refusal {

    private static final long serialVersionUID = 1L;

    private HandoverRefused(HttpStatus status, String sentence) {
        super(status, sentence);
    }

    static HandoverRefused unknown(String handover) {
        return new HandoverRefused(HttpStatus.NOT_FOUND, "There is no handover " + handover + ".");
    }

    static HandoverRefused undone(HandoverId handover) {
        return new HandoverRefused(HttpStatus.CONFLICT, "The handover " + handover + " is undone already.");
    }

    static HandoverRefused empty() {
        return new HandoverRefused(HttpStatus.BAD_REQUEST,
                "'clients' is empty; name the ids of those who change hands, as POST /api/previews/handover gives them.");
    }

    static HandoverRefused tooMany() {
        return new HandoverRefused(HttpStatus.BAD_REQUEST, "At most " + Handover.MOST_CLIENTS
                + " clients change hands by one handover; narrow them down and hand over more than once.");
    }

    static HandoverRefused toHerself() {
        return new HandoverRefused(HttpStatus.BAD_REQUEST,
                "'from' and 'to' are the same; clients are handed over to somebody else.");
    }

    static HandoverRefused unnamed(String side) {
        return new HandoverRefused(HttpStatus.BAD_REQUEST, "'" + side + "' is a name of at most "
                + Handover.LONGEST_NAME + " characters; leave it away for nobody.");
    }

    static HandoverRefused atOddTime(Instant since) {
        return new HandoverRefused(HttpStatus.BAD_REQUEST, "'since' is " + since
                + "; it lies after 1900 and at most a year ahead.");
    }

    static HandoverRefused endsAtOddTime(Instant until) {
        return new HandoverRefused(HttpStatus.BAD_REQUEST, "'until' is " + until
                + "; it lies behind 'since' and at most a year ahead. Leave it away if it is for good.");
    }

    static HandoverRefused wordy() {
        return new HandoverRefused(HttpStatus.BAD_REQUEST, "'reason' is said in at most " + Handover.LONGEST_REASON
                + " characters.");
    }
}
