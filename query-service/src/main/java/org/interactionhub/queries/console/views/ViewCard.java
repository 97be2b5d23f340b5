package org.interactionhub.queries.console.views;

import java.util.List;
import java.util.Locale;
import org.interactionhub.queries.console.frame.Visitor;
import org.interactionhub.queries.replay.Replay;
import org.interactionhub.queries.view.ViewState;

/**
 * A view in the list.
 *
 * @param version changes when the card looks different
 */
record ViewCard(String href, String title, String about, ViewStanding standing, String version) {

    static ViewCard of(ViewState view, List<Replay> replays, Visitor visitor) {
        Locale locale = visitor.words().locale();
        ViewStanding standing = ViewStanding.of(view, replays, visitor);
        return new ViewCard("/views/" + view.name(), view.title().in(locale), view.about().in(locale), standing,
                Integer.toHexString(standing.hashCode()));
    }
}
