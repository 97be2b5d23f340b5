package org.interactionhub.queries.console.views;

import java.util.List;
import org.interactionhub.queries.console.frame.Moment;
import org.interactionhub.queries.console.frame.Visitor;
import org.interactionhub.queries.replay.Replay;
import org.interactionhub.queries.view.ViewState;
import org.jspecify.annotations.Nullable;

/**
 * How fresh a view is, in words.
 *
 * @param version changes when another build is shown
 * @param asOf of which position it is and how far behind; null if nothing is shown
 * @param builtAt null if nothing is shown
 * @param rows how many there are; null if nothing is shown
 * @param building what a build is at, null if none is under way
 * @param replay that can be cancelled, null if none can
 * @param trouble what stands in the way, null if nothing does
 */
record ViewStanding(String name, String state, String version, @Nullable String asOf, @Nullable Moment builtAt,
        @Nullable String rows, @Nullable String building, @Nullable String replay, @Nullable String trouble) {

    static ViewStanding of(ViewState view, List<Replay> replays, Visitor visitor) {
        ViewState.Standing shown = view.standing();
        ViewState.Building building = view.building();
        String replay = replays.stream()
                .filter(each -> each.state() == Replay.State.RUNNING && each.projection().equals(view.name()))
                .map(each -> each.id().toString()).findFirst().orElse(null);
        return new ViewStanding(view.name(), view.state().value(), shown == null ? "" : shown.builtAt().toString(),
                shown == null ? null : asOf(shown, visitor),
                shown == null ? null : visitor.times().moment(shown.builtAt()),
                shown == null ? null : visitor.words().count("view.rows", shown.rows()),
                building == null && replay == null ? null : building(building, visitor), replay, view.trouble());
    }

    /** Something is going to change soon without any event that tells of it. */
    public boolean moves() {
        return building != null || state.equals(ViewState.State.WAITING.value());
    }

    private static String asOf(ViewState.Standing shown, Visitor visitor) {
        return shown.behind() == 0
                ? visitor.words().say("view.current", shown.position())
                : visitor.words().say("view.behind", shown.position(),
                        visitor.words().count("view.events", shown.behind()));
    }

    private static String building(ViewState.@Nullable Building building, Visitor visitor) {
        if (building == null) {
            return visitor.words().say("view.phase.waiting");
        }
        String phase = visitor.words().say("view.phase." + building.phase());
        return building.rows() == 0 ? phase : phase + " · " + visitor.words().count("view.rows", building.rows());
    }
}
