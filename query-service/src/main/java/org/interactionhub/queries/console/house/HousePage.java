package org.interactionhub.queries.console.house;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a client is by law, to whom she belongs, and who belongs to her.
 *
 * @param client her id
 * @param path of her page
 * @param self of this page
 * @param law what is known of her by law, null fields if nobody said
 * @param more where the members behind these are, null if none are left
 * @param count how many members there are, in words
 * @param q what was typed to find another client
 */
record HousePage(String client, String name, String path, String self, Law law, List<Row> belongsTo,
        List<Row> members, @Nullable String more, String count, String q, List<Choice> choices) {

    record Law(String line, @Nullable String party, @Nullable String legalName, @Nullable String taxNumber,
            @Nullable String city) {}

    /**
     * One client who belongs to another.
     *
     * @param how in which way, in words
     * @param valid from when until when, null if without bounds
     * @param who the id of the one who belongs
     * @param fill names the relation to the form that ends it, as parameters
     */
    record Row(String id, String name, String href, String how, @Nullable String valid, boolean holds, String who,
            String fill) {}

    /** Another client who was found. */
    record Choice(String id, String name, String kind, String points, String href) {}
}
