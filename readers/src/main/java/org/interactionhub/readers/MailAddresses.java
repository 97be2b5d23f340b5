package org.interactionhub.readers;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.interactionhub.events.ContactPoint;

/**
 * Brings mail addresses to the form in which equal ones are equal: all lower case, the domain in ASCII (IDNA), and without
 * what stands behind a plus where that is known to reach the same mailbox (RFC 5233 leaves it to each mail server, so
 * nowhere else).
 */
public final class MailAddresses {

    /** Providers who document that {@code anna+anything@} is {@code anna@}. Whoever adds one raises the readers' versions. */
    private static final Set<String> PLUS_ADDRESSING = Set.of("gmail.com", "googlemail.com", "outlook.com",
            "hotmail.com", "icloud.com", "me.com", "yandex.ru", "yandex.com", "ya.ru", "fastmail.com", "proton.me",
            "protonmail.com");

    /** The canonical value of a contact point, or empty if {@code raw} is no single address. */
    public Optional<String> canonical(String raw) {
        String address = bare(raw);
        int at = address.lastIndexOf('@');
        if (at < 1 || address.length() > ContactPoint.MAX_LENGTH) {
            return Optional.empty();
        }
        String local = Normalizer.normalize(address.substring(0, at), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        return domain(address.substring(at + 1)).map(domain -> mailbox(local, domain) + "@" + domain)
                .filter(value -> value.chars().noneMatch(Character::isISOControl))
                .filter(value -> ContactPoint.find(ContactPoint.Type.EMAIL, value).isPresent());
    }

    private static String mailbox(String local, String domain) {
        int plus = local.indexOf('+');
        return plus > 0 && PLUS_ADDRESSING.contains(domain) ? local.substring(0, plus) : local;
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

    /** IDNA knows four full stops and makes one of them, so the dot of the root is looked for in what it gives. */
    private static Optional<String> domain(String raw) {
        try {
            String ascii = IDN.toASCII(raw, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
            String domain = ascii.endsWith(".") ? ascii.substring(0, ascii.length() - 1) : ascii;
            return Optional.of(domain).filter(MailAddresses::hasNoEmptyLabel);
        } catch (IllegalArgumentException | IndexOutOfBoundsException notADomain) {
            return Optional.empty();
        }
    }

    private static boolean hasNoEmptyLabel(String domain) {
        return !("." + domain + ".").contains("..");
    }
}
