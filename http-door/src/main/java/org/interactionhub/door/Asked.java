package org.interactionhub.door;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** What kind of answer a caller asked for. */
final class Asked {

    private Asked() {}

    /** True if HTML is named and no JSON is liked at least as well; {@code *}{@code /*} alone is a program. */
    static boolean forAPage(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        if (accept == null) {
            return false;
        }
        try {
            List<MediaType> liked = MediaType.parseMediaTypes(accept);
            double page = quality(liked, "html", "xhtml+xml");
            return page > 0 && page > quality(liked, "json", "problem+json");
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }

    private static double quality(List<MediaType> liked, String subtype, String otherSubtype) {
        return liked.stream()
                .filter(type -> type.getSubtype().equals(subtype) || type.getSubtype().equals(otherSubtype))
                .mapToDouble(MediaType::getQualityValue)
                .max()
                .orElse(0);
    }
}
