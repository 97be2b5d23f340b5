package org.interactionhub.door;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names under which people reach the hub: this machine's own, and those that were configured. Ports do not matter. */
final class AllowedHosts {

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]", "::1",
            "0:0:0:0:0:0:0:1", "[0:0:0:0:0:0:0:1]");

    private final Set<String> names = new HashSet<>(THIS_MACHINE);

    AllowedHosts(List<String> beyondThisMachine) {
        beyondThisMachine.stream().map(AllowedHosts::plain).filter(name -> !name.isEmpty()).forEach(names::add);
    }

    boolean hasHost(@Nullable String name) {
        return name != null && names.contains(plain(name));
    }

    /** @param origin the value of an {@code Origin} header; {@code null} as text is what a sandboxed page sends */
    boolean hasOrigin(String origin) {
        try {
            return hasHost(new URI(origin).getHost());
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static String plain(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
