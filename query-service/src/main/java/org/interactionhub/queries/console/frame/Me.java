package org.interactionhub.queries.console.frame;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who the visitor says she is; the pages keep it in a cookie and send it with what she writes. */
final class Me {

    private static final String COOKIE = "hub-me";
    private static final int LONGEST = 200;

    private Me() {}

    /** Her name, null if she did not say. */
    static @Nullable String of(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return (cookies == null ? Stream.<Cookie>empty() : Arrays.stream(cookies))
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .flatMap(cookie -> decoded(cookie.getValue()).stream())
                .findFirst().orElse(null);
    }

    private static Optional<String> decoded(String value) {
        try {
            return Optional.of(URLDecoder.decode(value, StandardCharsets.UTF_8).strip())
                    .filter(name -> !name.isEmpty() && name.length() <= LONGEST);
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // not written by us: as good as none
        }
    }
}
