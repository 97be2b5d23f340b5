package org.interactionhub.commands.client;

import java.time.Instant;
import org.interactionhub.door.Refusal;
import org.interactionhub.events.ClientId;
import org.interactionhub.events.Relation;
import org.springframework.http.HttpStatus;

/** What is said of a client cannot be. */
public final class ClientRefused extends Refusal {

    private static final long serialVersionUID = 1L;

    private ClientRefused(HttpStatus status, String sentence) {
        super(status, sentence);
    }

    /** Nobody is known under this id. */
    public static ClientRefused unknown(ClientId client) {
        return new ClientRefused(HttpStatus.NOT_FOUND, "There is no client " + client + ".");
    }

    static ClientRefused nameless() {
        return new ClientRefused(HttpStatus.BAD_REQUEST, "A client has a name of 1 to " + Client.LONGEST_NAME
                + " characters.");
    }

    static ClientRefused ownerUnnamed() {
        return new ClientRefused(HttpStatus.BAD_REQUEST, "'owner' is a name of at most " + Client.LONGEST_NAME
                + " characters; without one nobody looks after the client any more.");
    }

    static ClientRefused knownAtOddTime(Instant since) {
        return new ClientRefused(HttpStatus.BAD_REQUEST, "'since' is " + since
                + "; we got to know a client after 1900 and not in the future.");
    }

    static ClientRefused ownedAtOddTime(Instant since) {
        return new ClientRefused(HttpStatus.BAD_REQUEST, "'since' is " + since
                + "; it lies after 1900 and at most a year ahead.");
    }

    static ClientRefused absorbed(ClientId client, ClientId survivor) {
        return new ClientRefused(HttpStatus.CONFLICT, "The client " + client + " was merged into " + survivor
                + " at this moment. Look at that one and decide again.");
    }

    static ClientRefused already(ClientId head) {
        return new ClientRefused(HttpStatus.CONFLICT, "The two are one client already: " + head + ".");
    }

    static ClientRefused distinct(ClientId client, ClientId other) {
        return new ClientRefused(HttpStatus.CONFLICT, "Somebody declared " + client + " and " + other
                + " different clients. Withdraw that first.");
    }

    static ClientRefused notDistinct(ClientId client, ClientId other) {
        return new ClientRefused(HttpStatus.CONFLICT, "Nobody declared " + client + " and " + other
                + " different clients.");
    }

    static ClientRefused neverMerged(String merge) {
        return new ClientRefused(HttpStatus.NOT_FOUND, "There is no merge " + merge + ".");
    }

    static ClientRefused undone(long merge) {
        return new ClientRefused(HttpStatus.CONFLICT, "The merge " + merge + " is undone already.");
    }

    static ClientRefused otherUnnamed() {
        return new ClientRefused(HttpStatus.BAD_REQUEST, "'other' is the id of the other client.");
    }

    static ClientRefused partyWordy() {
        return new ClientRefused(HttpStatus.BAD_REQUEST, "'legalName' and 'city' have at most " + Client.LONGEST_NAME
                + " characters each.");
    }

    static ClientRefused noTaxNumber(String said) {
        return new ClientRefused(HttpStatus.BAD_REQUEST, "'" + said
                + "' is no tax number: 5 to 30 digits and capital letters, with dots, slashes and dashes between them.");
    }

    static ClientRefused roleWordy() {
        return new ClientRefused(HttpStatus.BAD_REQUEST, "'role' has at most " + Client.LONGEST_NAME + " characters.");
    }

    static ClientRefused relatedAtNoTime() {
        return new ClientRefused(HttpStatus.BAD_REQUEST, "'until' has to lie behind 'from'.");
    }

    static ClientRefused relatedToHerself(ClientId head) {
        return new ClientRefused(HttpStatus.CONFLICT, "The two are one client: " + head
                + ". A client belongs to somebody else.");
    }

    static ClientRefused notRelated(ClientId client, ClientId to, Relation relation) {
        return new ClientRefused(HttpStatus.CONFLICT,
                "Nobody said that " + client + " is " + relation.value() + " " + to + ".");
    }

    static ClientRefused wordy() {
        return new ClientRefused(HttpStatus.BAD_REQUEST, "What shows it, and why, is said in at most "
                + Client.LONGEST_WORDS + " characters.");
    }
}
