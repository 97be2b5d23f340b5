package org.interactionhub.commands.staff;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.interactionhub.door.Refusal;
import org.jspecify.annotations.Nullable;

/** Who speaks, as she says herself: there is no login yet. */
public final class Actor {

    /** The request header; its value is URL-encoded UTF-8, since headers hold no Cyrillic. */
    public static final String HEADER = "Hub-Actor";

    private static final int LONGEST = 200;

    private Actor() {}

    /** @throws Refusal if it cannot be decoded or is no name */
    public static Optional<String> in(@Nullable String header) {
        if (header == null || header.isBlank()) {
            return Optional.empty();
        }
        String name = decoded(header).strip();
        if (name.length() > LONGEST || name.chars().anyMatch(Character::isISOControl)) {
            throw Refusal.badRequest("The header " + HEADER + " is a name of at most " + LONGEST + " characters.");
        }
        return name.isEmpty() ? Optional.empty() : Optional.of(name);
    }

    private static String decoded(String header) {
        try {
            return URLDecoder.decode(header, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Refusal.badRequest("The header " + HEADER + " is not URL-encoded UTF-8.");
        }
    }
}
