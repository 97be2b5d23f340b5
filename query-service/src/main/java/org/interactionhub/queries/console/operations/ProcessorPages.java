package org.interactionhub.queries.console.operations;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.interactionhub.queries.console.frame.Figures;
import org.interactionhub.queries.console.frame.Visitor;
import org.interactionhub.queries.replay.ProcessorState;
import org.interactionhub.queries.replay.ProcessorState.State;
import org.interactionhub.queries.replay.Processors;
import org.interactionhub.queries.view.Said;
import org.jspecify.annotations.Nullable;

/** Composes the page of processors. */
final class ProcessorPages {

    private final Processors processors;
    private final Supplier<? extends Map<String, Said>> views;

    /** @param views titles by name */
    ProcessorPages(Processors processors, Supplier<? extends Map<String, Said>> views) {
        this.processors = processors;
        this.views = views;
    }

    /** @param intake false if the command side has told nothing of it */
    record ProcessorPage(List<Row> rows, boolean intake) {}

    /**
     * A processor.
     *
     * @param name as the API calls it; title: in words; file: the name of a view beside its title, else empty
     * @param tone of its state
     */
    record Row(String name, String title, String file, String follows, String position, String head, String behind,
            String secondsBehind, String rate, String state, String tone, @Nullable String error, boolean late) {}

    ProcessorPage page(Visitor visitor) {
        List<ProcessorState> all = processors.all();
        Names names = new Names(views.get(), visitor.words());
        return new ProcessorPage(all.stream().map(one -> row(one, names, visitor)).toList(),
                all.stream().anyMatch(one -> one.name().equals(Processors.INTAKE)));
    }

    private static Row row(ProcessorState one, Names names, Visitor visitor) {
        Figures figures = new Figures(visitor.words());
        return new Row(one.name(), names.title("processor.name.", one.name()), names.file(one.name()),
                one.follows().value(), figures.of(one.position()), figures.of(one.head()),
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
