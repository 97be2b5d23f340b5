package org.interactionhub.queries.console.operations;

import java.util.List;
import org.interactionhub.queries.console.frame.Stamp;
import org.jspecify.annotations.Nullable;

/**
 * The books of all accounts.
 *
 * @param published false if the command side has published nothing yet
 * @param wrong how many accounts do not add up, or do not show all they recorded
 */
record AccountPage(boolean published, List<Row> rows, Sums sums, int wrong) {

    /** The figures of an account, or of all of them. */
    record Sums(String received, String recorded, String duplicate, String deadLettered, String refused,
            String shown) {}

    /**
     * An account.
     *
     * @param ours which of us it is, empty if nobody said
     * @param fill what is known of it, for the form that changes it, as parameters
     * @param off how far received is from the sum of its ends, empty if it adds up
     * @param missing what is to be said about the recorded that are not shown, empty if all are
     * @param last null if nothing was received yet
     * @param arrivals where what it received is
     * @param letters where its dead letters are
     */
    record Row(String channel, String account, String ours, String fill, Sums sums, boolean addsUp, String off,
            boolean isShown, String missing,
            @Nullable Stamp last, String arrivals, String letters) {}
}
