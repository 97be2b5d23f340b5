package org.interactionhub.commands.receipt;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.interactionhub.events.InteractionId;
import org.interactionhub.events.ReportId;
import org.interactionhub.events.Unreadable;
import org.jspecify.annotations.Nullable;

/**
 * What became of one delivery. One that came again is and stays recorded.
 *
 * @param state {@code recorded} or {@code dead-lettered}
 * @param position where it stands in the log, null if it was set aside
 * @param interactionId the contact it belongs to, null if it was set aside
 * @param deadLetter why it was set aside, null if it was recorded
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Receipt(ReportId receiptId, String state, @Nullable Long position, @Nullable InteractionId interactionId,
        @Nullable Unreadable deadLetter) {}
