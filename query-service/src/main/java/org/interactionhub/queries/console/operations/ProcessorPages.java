package org.interactionhub.queries.console.operations;

import java.util.List;
import org.interactionhub.queries.console.frame.Figures;
import org.interactionhub.queries.console.frame.Visitor;
import org.interactionhub.queries.replay.ProcessorState;
import org.interactionhub.queries.replay.ProcessorState.State;
import org.interactionhub.queries.replay.Processors;
import org.jspecify.annotations.Nullable;

/** Composes the page of processors. */
final class ProcessorPages {

    private final Processors processors;

    ProcessorPages(Processors processors) {
        this.processors = processors;
    }

    /** @param intake false if the command side has told nothing of it */
    record ProcessorPage(List<Row> rows, boolean intake) {}

    /**
     * A processor.
     *
     * @param name as the API calls it; title: in words
     * @param tone of its state
     */
    record Row(String name, String title, String follows, String position, String head, String behind,
            String secondsBehind, String rate, String state, String tone, @Nullable String error, boolean late) {}

    ProcessorPage page(Visitor visitor) {
        List<ProcessorState> all = processors.all();
        return new ProcessorPage(all.stream().map(one -> row(one, visitor)).toList(),
                all.stream().anyMatch(one -> one.name().equals(Processors.INTAKE)));
    }

    private static Row row(ProcessorState one, Visitor visitor) {
        Figures figures = new Figures(visitor.words());
        String title = visitor.words().sayOr("processor.name." + one.name(), one.name());
        return new Row(one.name(), title, one.follows().value(), figures.of(one.position()), figures.of(one.head()),
                figures.of(one.behind()), figures.seconds(one.secondsBehind()),
                one.eventsPerSecond() == null ? "" : figures.perSecond(one.eventsPerSecond()),
                one.state().value(), tone(one.state()), one.lastError(), one.behind() > 0);
    }

    private static String tone(State state) {
        return switch (state) {
            case GOING -> "good";
            case STANDING, SILENT -> "bad";
            case STOPPED -> "";
        };
    }
}
