package org.interactionhub.commands.deadletter;

import org.jspecify.annotations.Nullable;

/**
 * Which dead letters are meant; what is null does not matter.
 *
 * @param code of the reason
 */
public record LetterFilter(@Nullable String channel, @Nullable String account, @Nullable String code) {

    /** Every letter. */
    public static final LetterFilter ALL = new LetterFilter(null, null, null);

    /** An empty value does not matter either. */
    public LetterFilter {
        channel = filled(channel);
        account = filled(account);
        code = filled(code);
    }

    private static @Nullable String filled(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.replace("\0", "");
    }
}
