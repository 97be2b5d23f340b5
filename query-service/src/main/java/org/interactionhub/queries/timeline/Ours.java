package org.interactionhub.queries.timeline;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which of us was met, as far as somebody said it of the account that heard a contact.
 *
 * @param title what people call the account, null if nobody said
 * @param legalEntity which of our legal entities, null if nobody said
 * @param office which of our offices, null if nobody said
 */
public record Ours(@Nullable String title, @Nullable String legalEntity, @Nullable String office) {

    /** All of it in one line, empty if nothing is known. */
    public String line() {
        return Stream.of(title, office, legalEntity).filter(Objects::nonNull).collect(Collectors.joining(" · "));
    }
}
