package org.interactionhub.readers;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import org.interactionhub.events.ContactPoint;

/** Brings mail addresses to the form in which equal ones are equal: all lower case, the domain in ASCII (IDNA). */
public final class MailAddresses {

    /** The canonical value of a contact point, or empty if {@code raw} is no single address. */
    public Optional<String> canonical(String raw) {
        String address = bare(raw);
        int at = address.lastIndexOf('@');
        if (at < 1 || address.length() > ContactPoint.MAX_LENGTH) {
            return Optional.empty();
        }
        String local = Normalizer.normalize(address.substring(0, at), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        return domain(address.substring(at + 1)).map(domain -> local + "@" + domain)
                .filter(value -> value.chars().noneMatch(Character::isISOControl))
                .filter(value -> ContactPoint.find(ContactPoint.Type.EMAIL, value).isPresent());
    }

    private static String bare(String raw) {
        String address = raw.strip();
        if (address.regionMatches(true, 0, "mailto:", 0, 7)) {
            address = address.substring(7);
        }
        if (address.startsWith("<") && address.endsWith(">")) {
            address = address.substring(1, address.length() - 1);
        }
        return address.strip();
    }

    private static Optional<String> domain(String raw) {
        String domain = raw.endsWith(".") ? raw.substring(0, raw.length() - 1) : raw;
        try {
            return Optional.of(IDN.toASCII(domain, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException | IndexOutOfBoundsException notADomain) {
            return Optional.empty();
        }
    }
}
