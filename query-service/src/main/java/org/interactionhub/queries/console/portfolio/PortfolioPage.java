package org.interactionhub.queries.console.portfolio;

import java.util.List;
import org.interactionhub.queries.console.clients.ClientListFilter;
import org.interactionhub.queries.console.frame.Moment;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks after, and to whom it may be handed over.
 *
 * @param owner by name, or what stands for nobody
 * @param counted how many clients, plans and overdue plans
 * @param segments among which a visitor can choose
 * @param wish to whom, as it stands in the address
 * @param complaint what is wrong with the wish, null if nothing is
 * @param preview who would change hands; null as long as nobody is named, or something is wrong
 * @param promisesLeft how many more open plans there are, null if none
 * @param hits how many clients are chosen
 * @param more where the clients behind these are, null if nobody is
 * @param handovers from and to her
 */
record PortfolioPage(String name, String path, String owner, List<String> counted, ClientListFilter filter,
        List<Choice> segments, Wish wish, @Nullable String complaint, @Nullable Preview preview,
        List<PromiseRow> promises, @Nullable String promisesLeft, List<ContactRow> contacts, String hits,
        List<OwnedRow> rows,
        @Nullable String more, List<HandoverRow> handovers) {

    /** Something that can be chosen. */
    record Choice(String value, String title) {}

    /** To whom, from which day and through which; empty: not said. */
    record Wish(String to, String since, String until) {}

    /**
     * Who would change hands.
     *
     * @param from the owner as a command names her, empty for nobody
     * @param clients how many, in words
     * @param time from when, and through which day
     * @param plans how many go along, in words
     * @param overdue null if none is
     * @param standIns for how many of them a handover with an end holds, null if for none
     * @param names of the first ones
     * @param rest how many more there are, null if none
     * @param ids of all, one a line
     * @param since an instant, empty for now
     * @param until an instant, empty for good
     */
    record Preview(String from, String to, String clients, String time, String plans, @Nullable String overdue,
            List<PromiseRow> promises, @Nullable String standIns, List<Named> names, @Nullable String rest, String ids,
            String since, String until) {}

    /** @param note which handover with an end holds, null if none does */
    record Named(String name, String href, @Nullable String note) {}

    record PromiseRow(String channel, String subject, String client, String href, Moment at, boolean overdue) {}

    record ContactRow(String channel, String subject, String client, String href, Moment at) {}

    /** @param last her last contact, null if she never had one */
    record OwnedRow(String id, String href, String name, String kind, @Nullable Moment last, String entries) {}
}
