package org.interactionhub.readers;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Why a post may be a machine's: a field that people do not see is filled, or all was filled faster than people type. It
 * is marked, never refused, for the hub may be wrong.
 */
final class FormSuspicion {

    private static final Duration FASTEST = Duration.ofSeconds(3);
    private static final Set<String> OPENED = Set.of("hub_opened_at", "form_opened_at", "landed_at");
    private static final Set<String> SUBMITTED = Set.of("hub_submitted_at", "submitted_at");
    private static final List<String> TRAPS = List.of("honeypot", "gotcha", "bot_field", "hub_trap", "_honey");

    private FormSuspicion() {}

    /** Whether a field is one that people do not see, by the names that sites give such fields. */
    static boolean isTrap(String name) {
        String plain = plain(name);
        return TRAPS.stream().anyMatch(plain::contains);
    }

    /** {@code honeypot}, {@code too-fast}; empty for a post of a person. */
    static List<String> reasons(Map<?, ?> fields, Instant receivedAt) {
        List<String> reasons = new ArrayList<>();
        boolean trapped = fields.entrySet().stream().anyMatch(field -> isTrap(String.valueOf(field.getKey()))
                && Payload.asText(field.getValue()).isPresent());
        if (trapped) {
            reasons.add("honeypot");
        }
        if (fillTime(fields, receivedAt).filter(time -> time.compareTo(FASTEST) < 0).isPresent()) {
            reasons.add("too-fast");
        }
        return reasons;
    }

    /** From the opening of the form to its sending, where the form tells; never below zero. */
    static Optional<Duration> fillTime(Map<?, ?> fields, Instant receivedAt) {
        return time(fields, OPENED).map(opened -> Duration.between(opened, time(fields, SUBMITTED).orElse(receivedAt)))
                .filter(time -> !time.isNegative());
    }

    private static Optional<Instant> time(Map<?, ?> fields, Set<String> names) {
        return fields.entrySet().stream().filter(field -> names.contains(plain(String.valueOf(field.getKey()))))
                .flatMap(field -> Payload.asText(field.getValue()).stream())
                .flatMap(text -> Optional.ofNullable(ProviderPost.time(text)).stream()).findFirst();
    }

    private static String plain(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replace('-', '_');
    }
}
