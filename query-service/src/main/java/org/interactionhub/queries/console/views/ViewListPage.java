package org.interactionhub.queries.console.views;

import java.util.List;

/** The list of views. */
record ViewListPage(List<ViewCard> cards) {

    public boolean moves() {
        return cards.stream().anyMatch(card -> card.standing().moves());
    }
}
