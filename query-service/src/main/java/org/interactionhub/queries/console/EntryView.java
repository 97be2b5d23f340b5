package org.interactionhub.queries.console;

import java.util.List;
import org.interactionhub.queries.console.frame.Moment;
import org.jspecify.annotations.Nullable;

/**
 * One contact as the timeline shows it.
 *
 * @param contact the newest one of those it stands for: what is said of the entry is said of this
 * @param version changes when the entry looks different
 * @param state of the contact, as its style is called
 * @param parties from whom to whom, null if nobody is known
 * @param original where the message as it arrived can be seen, null for what staff told
 * @param folded what it stands for, null for one contact
 * @param sought the words that are marked in it
 */
record EntryView(String id, String contact, String version, String channel, String icon, String direction, String state,
        boolean deleted, Moment at, String title, List<Mark> marks, @Nullable String parties, Words words,
        List<Field> fields, List<File> files, List<DecisionView> decisions, List<Remark> remarks,
        @Nullable Original original,
        @Nullable Folded folded, Sought sought) {

    /**
     * Something to notice about the contact.
     *
     * @param tone good, bad, warn, or empty
     */
    record Mark(String tone, String words) {}

    /** A field of a form, as it was filled in. */
    record Field(String name, String value) {}

    /** A file that came with the contact. */
    record File(String name, String size) {}

    /** What was decided; reason and the other options are null if nobody wrote them down. */
    record DecisionView(String what, @Nullable String options, @Nullable String reason, String by, Moment at) {}

    /** What was noted at the contact, and by whom. */
    record Remark(String words, String by, Moment at) {}

    /**
     * Messages of one thread of which only the last is shown.
     *
     * @param span from when to when they were written
     * @param messages where all of them can be had
     * @param whole where everything of the thread stands
     */
    record Folded(String count, String span, String messages, String whole) {}

    /** Where the message as it arrived can be opened and had. */
    record Original(String frame, String download) {}
}
