package org.interactionhub.queries.view;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.interactionhub.queries.Company;
import org.interactionhub.queries.history.Readable;
import org.interactionhub.queries.metering.LagGauges;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A company's history, and a directory of views over it. */
final class Shelf implements AutoCloseable {

    static final Path SHIPPED = Path.of("../views");
    static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");

    private final Company company = new Company();
    private final Readable readable = new Readable(company.database());
    private final Path directory;

    Shelf(Path directory) {
        this.directory = directory;
        new ViewsTable(readable.database()).prepare();
    }

    Company company() {
        return company;
    }

    Readable readable() {
        return readable;
    }

    Path directory() {
        return directory;
    }

    JdbcClient sql() {
        return JdbcClient.create(readable.database());
    }

    Views views() {
        return new Views(readable.database(), directory, MOSCOW, readable.log(),
                () -> readable.history().progress().position(), Clock.systemUTC(), readable.meters());
    }

    /** One glance of it is one look at the directory. */
    ViewKeeper keeper() {
        return new ViewKeeper(new ViewFiles(directory), new ViewsTable(readable.database()),
                new Workshop(readable.database(), MOSCOW, Clock.systemUTC(), readable.meters()),
                () -> readable.history().progress().position(),
                new LagGauges("hub.view.lag.seconds", "How late", "view",
                        readable.meters(), readable.log(), Clock.systemUTC()),
                Clock.systemUTC());
    }

    /** A file of one column {@code a} with this SELECT. */
    Shelf with(String name, String sql) {
        return file(name, """
                -- title.en: One
                -- title.ru: Один
                -- about.en: What?
                -- about.ru: Что?
                -- key: a
                -- column a: text | A | А
                """ + sql);
    }

    Shelf file(String name, String text) {
        try {
            Files.writeString(directory.resolve(name + ".sql"), text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Builds one view as {@code ./hub replay} does. */
    boolean build(Views views, String name) throws InterruptedException {
        readable.caughtUp();
        return views.projections().stream().filter(projection -> projection.name().equals(name)).findFirst()
                .orElseThrow().replays().get().run();
    }

    /** Rows of a view in the order of its key, a line each. */
    List<String> rows(Views views, String name) {
        return views.rows(name, Order.BY_KEY, Views.MOST, null).items().stream()
                .map(row -> row.values().stream().map(String::valueOf).collect(Collectors.joining(" "))).toList();
    }

    @Override
    public void close() {
        readable.close();
        company.close();
    }
}
