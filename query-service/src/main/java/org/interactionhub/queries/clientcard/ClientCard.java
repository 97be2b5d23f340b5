package org.interactionhub.queries.clientcard;

import java.time.Instant;
import java.util.List;
import org.interactionhub.events.ClientEvent;
import org.interactionhub.events.ClientId;
import org.interactionhub.events.ContactPoint;
import org.interactionhub.events.ContactPointClass;
import org.interactionhub.events.ContactPointEvent;
import org.interactionhub.events.ContactPointId;
import org.interactionhub.events.ImportId;
import org.interactionhub.events.Money;
import org.interactionhub.events.Party;
import org.interactionhub.events.Relation;
import org.interactionhub.events.ReportId;
import org.interactionhub.readers.matching.Likeness;
import org.jspecify.annotations.Nullable;

/**
 * A client with everything known about her as such.
 *
 * @param party a person or an organisation; of a house to which others belong the latter, even if nobody said so; null if
 *            nobody knows
 * @param legalName under which she signs contracts, null if nobody knows
 * @param taxNumber null if nobody knows
 * @param city where she is at home, null if nobody knows
 * @param belongsTo houses to which she belongs or belonged, the last told first
 * @param members who belongs or belonged to her, the last told first; at most {@link Clients#DEFAULT}
 * @param memberCount how many there are
 * @param suggestions clients who may be the same person or house; nothing follows until somebody decides
 * @param merged clients who count as this one; their ids answer with this card
 * @param owner who of us looks after her, by name; null if nobody does
 * @param lastContactAt when she last was in contact with us, or somebody of her house; null if never
 * @param booked what the books of the company say of her, or of somebody of her house; one for each currency, the one with
 *            most payments first
 * @param registeredAt since when we know her, in the world's time
 * @param entries how many entries her timeline has
 * @param position the last fact about the client as such
 * @param withdrawnWith the import that had registered her and was taken back: she is no client any more; null as a rule
 */
public record ClientCard(ClientId id, ClientEvent.Kind kind, String name, @Nullable Party party,
        @Nullable String legalName, @Nullable String taxNumber, @Nullable String city, List<Link> contactPoints,
        List<Affiliation> belongsTo, List<Affiliation> members, long memberCount, List<Suggestion> suggestions,
        List<Merged> merged, @Nullable String owner, @Nullable Instant lastContactAt, long entries,
        List<Booked> booked, Instant registeredAt, long position, @Nullable ImportId withdrawnWith) {

    /**
     * Another client to whom this one belongs, or who belongs to this one.
     *
     * @param role what the one is at the other, null if nobody said
     * @param validFrom null: as far back as anybody knows
     * @param validUntil exclusive; null: for good
     * @param position where it was told
     */
    public record Affiliation(ClientId id, String name, Relation relation, @Nullable String role,
            @Nullable Instant validFrom, @Nullable Instant validUntil, long position) {

        public boolean isValidAt(Instant moment) {
            return (validFrom == null || !validFrom.isAfter(moment))
                    && (validUntil == null || validUntil.isAfter(moment));
        }
    }

    /**
     * Deals and payments in one currency.
     *
     * @param won what the deals are worth
     * @param paid what came in, less what went back
     */
    public record Booked(long deals, Money won, long payments, Money paid) {}

    /**
     * How the client is reached.
     *
     * @param id names the contact point for moving it
     * @param method how it became known that this is hers
     * @param since when the hub learned it
     * @param as what it says about who uses it
     */
    public record Link(ContactPointId id, ContactPoint.Type type, String value, ContactPointEvent.Method method,
            Instant since, ContactPointClass as) {}

    /** Somebody who was taken for another client, by the name she had. */
    public record Merged(ClientId id, String name) {}

    /**
     * Another client who may be this one.
     *
     * @param evidence reports that name contact points of both, newest first
     * @param listed rows of imported lists that do, the newest list first
     * @param likeness how this one resembles her; null if she does not
     */
    public record Suggestion(ClientId id, String name, List<ReportId> evidence, List<ListRow> listed,
            @Nullable Likeness likeness) {

        /** The same, told from the other's side. */
        Suggestion turned() {
            return new Suggestion(id, name, evidence, listed, likeness == null ? null : likeness.turned());
        }
    }
}
