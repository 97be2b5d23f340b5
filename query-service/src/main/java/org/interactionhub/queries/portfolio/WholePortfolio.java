package org.interactionhub.queries.portfolio;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.interactionhub.queries.clientcard.ClientEntry;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks after now, for whoever takes it over.
 *
 * @param promises all open plans up to {@link Portfolios#MOST_PROMISES}, the earliest first
 * @param contacts the newest with any of the clients
 * @param hits how many clients the question chooses
 * @param items a page of these, by latest contact
 * @param next names the page behind this one; null if nobody is left
 */
public record WholePortfolio(@JsonUnwrapped Portfolio portfolio, List<Promise> promises, List<LatestContact> contacts,
        long hits, List<ClientEntry> items, @Nullable String next) {}
