package org.interactionhub.queries.console.frame;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.regex.Pattern;
import org.interactionhub.events.ContactPoint;
import org.interactionhub.events.ContactPointClass;

/**
 * A contact point as a visitor sees it.
 *
 * @param as what it says about who uses it, empty if it is one person's
 */
public record Point(String icon, String type, String value, String as) {

    private static final int SHOWN_OF_A_COOKIE = 8;
    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final Pattern NUMBER = Pattern.compile("\\+[1-9][0-9]{6,14}");

    public static Point of(ContactPoint.Type type, String value) {
        String icon = switch (type) {
            case EMAIL -> "email";
            case PHONE -> "phone";
            case CHAT -> "chat";
            case COOKIE -> "cookie";
            case EXTERNAL -> "external";
        };
        return new Point(icon, type.value(), readable(type, value), "");
    }

    public static Point of(ContactPoint.Type type, String value, ContactPointClass as) {
        Point point = of(type, value);
        return as == ContactPointClass.PERSONAL
                ? point
                : new Point(point.icon, point.type, point.value, as.value());
    }

    public static Point of(ContactPoint point) {
        return of(point.type(), point.value());
    }

    /** The address as people write it: a number in groups, only the beginning of a cookie. */
    public static String readable(ContactPoint.Type type, String value) {
        return switch (type) {
            case EMAIL, CHAT, EXTERNAL -> value;
            case PHONE -> grouped(value);
            case COOKIE -> value.length() <= SHOWN_OF_A_COOKIE ? value : value.substring(0, SHOWN_OF_A_COOKIE) + "…";
        };
    }

    /** The name of a client; one who is known by her number alone is called by it, as people write it. */
    public static String name(String name) {
        return NUMBER.matcher(name).matches() ? grouped(name) : name;
    }

    /** In the groups of its country; an extension of our exchange stays as it is. */
    private static String grouped(String number) {
        try {
            return NUMBERS.format(NUMBERS.parse(number, null), PhoneNumberFormat.INTERNATIONAL);
        } catch (NumberParseException _) {
            return number; // of no country, such as 101
        }
    }
}
