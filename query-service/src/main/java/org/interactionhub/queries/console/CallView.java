package org.interactionhub.queries.console;

import org.jspecify.annotations.Nullable;

/**
 * A call that the page of a client shows on top.
 *
 * @param version changes when the call looks different
 * @param stage ringing, ongoing, ended or missed
 * @param details since when, for how long, who of us took it
 * @param name of the client, null if she is known by her number alone
 */
record CallView(String id, String version, String stage, String title, String details, @Nullable String name) {

    public boolean isOver() {
        return stage.equals("ended") || stage.equals("missed");
    }
}
