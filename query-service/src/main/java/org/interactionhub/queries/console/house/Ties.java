package org.interactionhub.queries.console.house;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.interactionhub.queries.clientcard.ClientCard.Affiliation;
import org.interactionhub.queries.clientcard.ClientCard;
import org.interactionhub.queries.console.frame.Visitor;
import org.jspecify.annotations.Nullable;

/** Says in words how clients belong together. */
public final class Ties {

    private Ties() {}

    /**
     * As in "works there, chief engineer".
     *
     * @param words of which side it is told: {@code relation.} from her who belongs, {@code member.} from the house
     */
    public static String how(Affiliation one, String words, Visitor visitor) {
        List<String> how = new ArrayList<>();
        how.add(visitor.words().say(words + one.relation().value()));
        Stream.ofNullable(one.role()).forEach(how::add);
        return String.join(", ", how);
    }

    /** What is known of a client by law, in one line; empty if nothing is. */
    public static String law(ClientCard card, Visitor visitor) {
        String number = card.taxNumber();
        return String.join(" · ",
                Stream.of(card.party() == null ? null : visitor.words().say("party." + card.party().value()),
                        card.legalName(), number == null ? null : visitor.words().say("party.tax", number),
                        card.city()).flatMap(Stream::ofNullable).toList());
    }

    /** From when until when it holds, null if without bounds. */
    static @Nullable String valid(Affiliation one, Visitor visitor) {
        if (one.validFrom() == null && one.validUntil() == null) {
            return null;
        }
        String from = one.validFrom() == null ? "…" : visitor.times().date(one.validFrom());
        String until = one.validUntil() == null ? "…" : visitor.times().date(one.validUntil());
        return from + " – " + until;
    }
}
