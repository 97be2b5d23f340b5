package org.interactionhub.queries.console.views;

import java.util.List;
import org.interactionhub.queries.console.frame.Visitor;
import org.interactionhub.queries.console.palette.Signpost;
import org.interactionhub.queries.view.Views;

/** Leads to the views by their titles. */
public final class ViewSigns implements Signpost {

    private final Views views;

    public ViewSigns(Views views) {
        this.views = views;
    }

    @Override
    public List<Sign> signs(Visitor visitor) {
        String kind = visitor.words().say("place.views");
        return views.titles().entrySet().stream().map(view -> new Sign("view",
                view.getValue().in(visitor.words().locale()), kind, "/views/" + view.getKey())).toList();
    }
}
