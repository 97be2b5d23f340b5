package org.interactionhub.queries.history;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.interactionhub.queries.history.HistoryRow.Fact;

/** How many facts of one of our accounts a batch brings. */
record Shown(String channel, String account, long facts) {

    private record Account(String channel, String account) {}

    static List<Shown> by(List<Fact> facts) {
        Map<Account, Long> counts = facts.stream().filter(fact -> fact.account() != null && fact.channel() != null)
                .collect(Collectors.groupingBy(
                        fact -> new Account(String.valueOf(fact.channel()), String.valueOf(fact.account())),
                        Collectors.counting()));
        return counts.entrySet().stream()
                .map(count -> new Shown(count.getKey().channel(), count.getKey().account(), count.getValue())).toList();
    }
}
