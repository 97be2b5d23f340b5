package org.interactionhub.eventstore;

/** One fact of a {@link Group}, with the condition under which it may be appended. */
public sealed interface Entry {

    NewEvent event();

    /** Intake: the first of its stream (version 0), or a repeat that is dropped, and its whole group with it. */
    record IfAbsent(NewEvent event) implements Entry {}

    /**
     * Judgement: refused, and its whole group with it, unless it becomes exactly this version of its stream.
     *
     * @param version the version it will have; 0 starts the stream
     */
    record AtVersion(NewEvent event, int version) implements Entry {}
}
