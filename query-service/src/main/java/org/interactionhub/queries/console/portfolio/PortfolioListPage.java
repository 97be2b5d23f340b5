package org.interactionhub.queries.console.portfolio;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who looks after how many clients, and what was handed over.
 *
 * @param more where the handovers behind these are, null if there are none
 * @param command a line that gives a client an owner, where nobody has one
 */
record PortfolioListPage(List<Row> rows, List<HandoverRow> handovers, @Nullable String more, String command) {

    /** @param overdue null if no plan is */
    record Row(String name, String href, String clients, String plans, @Nullable String overdue) {}
}
