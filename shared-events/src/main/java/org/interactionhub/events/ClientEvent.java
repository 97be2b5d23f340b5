package org.interactionhub.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Everything that can be true about a client as such; her contact points and contacts are other families. */
public sealed interface ClientEvent extends HubEvent {

    ClientId clientId();

    /** What somebody is to us. */
    enum Kind {
        PROSPECT, CLIENT, PARTNER, EMPLOYEE;

        @JsonValue
        public String value() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** @throws IllegalArgumentException naming the known kinds, if {@code value} is none of them */
        @JsonCreator
        public static Kind of(String value) {
            for (Kind kind : values()) {
                if (kind.value().equals(value)) {
                    return kind;
                }
            }
            throw new IllegalArgumentException(
                    "'" + value + "' is no kind of client; known are prospect, client, partner and employee");
        }
    }

    /** Somebody whose contacts we keep. */
    @Named("client-registered/1")
    record ClientRegistered(ClientId clientId, Kind kind, String name) implements ClientEvent {}

    /** The client is known under another name from now on. */
    @Named("client-renamed/1")
    record ClientRenamed(ClientId clientId, String name) implements ClientEvent {}

    /**
     * Somebody of ours looks after the client from a day on, until the next day that such a fact names; of two for the
     * same time the later told one holds.
     *
     * @param owner by name, null if nobody does any more
     * @param validFrom in the world's time; may lie before the telling, and ahead of it
     */
    @Named("owner-assigned/1")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OwnerAssigned(ClientId clientId, @Nullable String owner, Instant validFrom) implements ClientEvent {
        public OwnerAssigned {
            owner = owner == null || owner.isBlank() ? null : owner.strip();
        }
    }

    /**
     * One report names contact points of two clients, who may be the same. Nothing follows from it until a person
     * decides.
     */
    @Named("same-client-suggested/1")
    record SameClientSuggested(ClientId clientId, ClientId other, ReportId evidence) implements ClientEvent {}

    /**
     * Two clients are one and the same: whatever is the other's counts as this one's from here on. Links, plans and
     * notes keep the client they were made for, so that each gets her own back if it proves wrong.
     *
     * @param clientId who survives; she had not been absorbed by anybody
     * @param other who is absorbed; neither had she
     * @param evidence what shows it, in the words of whoever decided it; null if she gave none
     */
    @Named("clients-merged/1")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ClientsMerged(ClientId clientId, ClientId other, @Nullable String evidence) implements ClientEvent {}

    /** The other side of {@link ClientsMerged}: she counts as the survivor from here on. */
    @Named("client-absorbed/1")
    record ClientAbsorbed(ClientId clientId, ClientId survivor) implements ClientEvent {}

    /**
     * A merge was wrong: the other is a client of her own again, with everything that was made for her and with whoever
     * had been merged into her. What was learned meanwhile stays with this one.
     *
     * @param merge the position of the {@link ClientsMerged} that is taken back
     * @param reason in the words of whoever decided it, null if she gave none
     */
    @Named("clients-unmerged/1")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ClientsUnmerged(ClientId clientId, ClientId other, long merge, @Nullable String reason)
            implements
                ClientEvent {}

    /** The other side of {@link ClientsUnmerged}. */
    @Named("client-restored/1")
    record ClientRestored(ClientId clientId, ClientId survivor) implements ClientEvent {}

    /**
     * A person says that these are two. No rule overrides it: they are not suggested as one any more, and nobody merges
     * them until it is withdrawn.
     *
     * @param reason in her words, null if she gave none
     */
    @Named("declared-distinct/1")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DeclaredDistinct(ClientId clientId, ClientId other, @Nullable String reason) implements ClientEvent {}

    /** The two may be one after all. */
    @Named("distinction-withdrawn/1")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DistinctionWithdrawn(ClientId clientId, ClientId other, @Nullable String reason) implements ClientEvent {}

    /**
     * What the client is by law and where she is at home, as far as anybody said. Each telling takes the place of the one
     * before.
     *
     * @param party null if nobody knows
     * @param legalName under which she signs contracts, null if nobody knows
     * @param taxNumber as the state writes it, without blanks, null if nobody knows
     * @param city null if nobody knows
     */
    @Named("party-stated/1")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PartyStated(ClientId clientId, @Nullable Party party, @Nullable String legalName,
            @Nullable String taxNumber, @Nullable String city) implements ClientEvent {}

    /**
     * The client belongs to another one, or acts for her; each stays somebody of her own. It takes the place of what was
     * told of the same two and the same relation for any of this time.
     *
     * @param to to whom she belongs
     * @param role what she is there, null if nobody said
     * @param validFrom in the world's time; null: as far back as anybody knows
     * @param validUntil exclusive; null: for good
     */
    @Named("client-related/1")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ClientRelated(ClientId clientId, ClientId to, Relation relation, @Nullable String role,
            @Nullable Instant validFrom, @Nullable Instant validUntil) implements ClientEvent {}

    /**
     * The client is not related to the other in this way, at no time.
     *
     * @param reason in the words of whoever said it, null if she gave none
     */
    @Named("client-unrelated/1")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ClientUnrelated(ClientId clientId, ClientId to, Relation relation, @Nullable String reason)
            implements
                ClientEvent {}

    /**
     * She was registered by a list that is taken back, and nobody had dealt with her: she is no client any more, and her
     * id tells so for ever.
     */
    @Named("client-withdrawn/1")
    record ClientWithdrawn(ClientId clientId, ImportId importId) implements ClientEvent {}
}
