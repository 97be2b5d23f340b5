package org.interactionhub.queries.console.frame;

import org.interactionhub.events.ContactPoint;

/** A contact point as a visitor sees it. */
public record Point(String icon, String type, String value) {

    private static final int SHOWN_OF_A_COOKIE = 8;

    public static Point of(ContactPoint.Type type, String value) {
        String icon = switch (type) {
            case EMAIL -> "email";
            case PHONE -> "phone";
            case CHAT -> "chat";
            case COOKIE -> "cookie";
        };
        return new Point(icon, type.value(), readable(type, value));
    }

    public static Point of(ContactPoint point) {
        return of(point.type(), point.value());
    }

    /** The address as people write it: a number in groups, only the beginning of a cookie. */
    public static String readable(ContactPoint.Type type, String value) {
        return switch (type) {
            case EMAIL, CHAT -> value;
            case PHONE -> grouped(value);
            case COOKIE -> value.length() <= SHOWN_OF_A_COOKIE ? value : value.substring(0, SHOWN_OF_A_COOKIE) + "…";
        };
    }

    private static String grouped(String number) {
        return number.replaceFirst("^\\+(7|1)(\\d{3})(\\d{3})(\\d{2})(\\d{2})$", "+$1 $2 $3-$4-$5");
    }
}
