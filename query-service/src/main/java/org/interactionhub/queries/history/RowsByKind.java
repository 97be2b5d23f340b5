package org.interactionhub.queries.history;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The rows of a batch, sorted by what they are; those of one kind stay in the order of the log. */
final class RowsByKind {

    private final Map<Class<?>, List<HistoryRow>> kinds;

    RowsByKind(List<HistoryRow> rows) {
        kinds = rows.stream().collect(Collectors.groupingBy(Object::getClass));
    }

    <R extends HistoryRow> List<R> of(Class<R> kind) {
        return kinds.getOrDefault(kind, List.of()).stream().map(kind::cast).toList();
    }
}
