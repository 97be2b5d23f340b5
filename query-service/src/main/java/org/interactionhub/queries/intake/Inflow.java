package org.interactionhub.queries.intake;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.interactionhub.queries.reading.Cursor;
import org.interactionhub.queries.reading.Page;

/** Answers what the command side tells about itself. Every answer is absent while nothing is published. */
public final class Inflow {

    /** Processes that were heard of so long before the latest one are history. */
    private static final int FORGOTTEN_SECONDS = 60;

    private final PublishedTable published;
    private final LetterTable letters;
    private final BalanceTable balances;

    /** @param database as {@code hub_query} */
    public Inflow(DataSource database) {
        published = new PublishedTable(database);
        letters = new LetterTable(database);
        balances = new BalanceTable(database);
    }

    /** True if the command side has published its views. */
    public boolean isPublished() {
        return published.isThere();
    }

    /** Dead letters, newest first. */
    public Optional<Page<Letter>> letters(LetterQuestion asked) {
        return ifPublished(() -> {
            List<Letter> found = letters.page(asked, asked.limit() + 1);
            if (found.size() <= asked.limit()) {
                return new Page<>(found, null);
            }
            Letter last = found.get(asked.limit() - 1);
            return new Page<>(found.subList(0, asked.limit()), Cursor.of(last.receivedAt().getEpochSecond(),
                    last.receivedAt().getNano(), last.id()).text());
        });
    }

    public Optional<Letter> letter(UUID id) {
        return ifPublished(() -> letters.find(id)).flatMap(letter -> letter);
    }

    /** @param most bytes of the record */
    public Optional<RawLetter> raw(UUID id, int most) {
        return ifPublished(() -> letters.raw(id, most)).flatMap(raw -> raw);
    }

    /** How many dead letters are open, by account and reason; most first. */
    public Optional<List<LetterCount>> openLetters() {
        return ifPublished(letters::open);
    }

    /** The books of all accounts. */
    public Optional<List<Balance>> balances() {
        return ifPublished(balances::balances);
    }

    /** The processes that take reports from Kafka. */
    public Optional<List<Listening>> listeners() {
        return ifPublished(() -> balances.listeners(FORGOTTEN_SECONDS));
    }

    /** Changes when something was received, or a dead letter was tried again. */
    public String mark() {
        return ifPublished(balances::mark).orElse("");
    }

    private <T> Optional<T> ifPublished(Supplier<T> answer) {
        return published.isThere() ? Optional.of(answer.get()) : Optional.empty();
    }
}
