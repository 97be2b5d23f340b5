package org.interactionhub.benchmarks.conformance;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.interactionhub.events.Channel;
import org.interactionhub.readers.Readers;
import org.interactionhub.readers.Received;

/** Call logs of other exchanges, line by line; nothing is said of them but that each must end well. */
record CallLogLines(Corpora corpora) implements Source {

    private static final Readers READERS = new Readers("US");

    @Override
    public String name() {
        return "phone/cdr-stats";
    }

    @Override
    public List<Sample> samples() {
        return Stream.of("import_cdr.txt", "import_cdr_100.txt").flatMap(this::lines).toList();
    }

    private Stream<Sample> lines(String file) {
        if (!corpora.folder(name()).resolve(file).toFile().isFile()) {
            return Stream.empty();
        }
        List<String> lines = Corpora.text(corpora.folder(name()).resolve(file)).lines()
                .filter(line -> line.contains(",")).toList();
        return IntStream.range(0, lines.size()).mapToObj(i -> new Sample(file + "#" + (i + 1),
                () -> Outcome.of(READERS.read(new Received(Channel.PHONE, "account", "text/csv",
                        lines.get(i).getBytes(StandardCharsets.UTF_8), Instant.parse("2030-01-01T00:00:00Z"), Map.of()))
                        .getFirst().unreadable())));
    }
}
