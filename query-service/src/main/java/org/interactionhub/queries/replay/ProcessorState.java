package org.interactionhub.queries.replay;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * How far something that follows the log is.
 *
 * @param behind events of the log that it does not hold yet
 * @param lastError a sentence about what stops it, null if nothing does
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProcessorState(String name, long position, long head, long behind, long eventsPerSecond,
        @Nullable String lastError) {}
