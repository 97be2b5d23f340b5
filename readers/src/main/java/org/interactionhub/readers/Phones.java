package org.interactionhub.readers;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Optional;
import java.util.regex.Pattern;
import org.interactionhub.events.ContactPoint;

/**
 * Brings phone numbers to E.164, however they were typed, in the one form of {@link PhoneTwins} where a country has two.
 * An extension is dropped: it is no part of the number.
 */
public final class Phones {

    private static final int LONGEST_SPELLING = 60;
    private static final int FEWEST_DIGITS = 7;
    private static final Pattern SCHEME = Pattern.compile("^(?i:tel|sips?):");

    private static final Pattern PUNCTUATION = Pattern.compile("[\\s().-]");

    private final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
    private final String region;

    /** @param region ISO 3166 code of the country in which numbers without a country are read, such as {@code RU} */
    public Phones(String region) {
        this.region = region;
    }

    /** The number as E.164, or empty if {@code raw} is short, withheld or no number at all. */
    public Optional<String> canonical(String raw) {
        String spelling = SCHEME.matcher(raw.strip()).replaceFirst("");
        int host = spelling.indexOf('@');
        String number = host < 0 ? spelling : spelling.substring(0, host);
        if (number.length() > LONGEST_SPELLING) {
            return Optional.empty();
        }
        boolean whole = number.chars().filter(Character::isLetterOrDigit).count() >= FEWEST_DIGITS;
        Optional<String> certain = parse(number, region).filter(numbers::isValidNumber)
                .or(() -> withoutPlus(number).filter(numbers::isValidNumber))
                .flatMap(this::e164);
        return certain.isPresent() || !whole
                ? certain
                : parse(number, region).filter(this::isPossible).or(() -> withoutPlus(number).filter(this::isPossible))
                        .flatMap(this::e164);
    }

    /** The number as E.164, or {@code raw} as it is where that cannot be had. */
    public String orRaw(String raw) {
        return canonical(raw).orElse(raw);
    }

    /** Exchanges and messengers leave the plus away: the digits are a whole number of some country then. */
    private Optional<PhoneNumber> withoutPlus(String spelling) {
        String digits = PUNCTUATION.matcher(spelling).replaceAll("").replaceFirst("^00", "");
        return digits.chars().allMatch(c -> c >= '0' && c <= '9') ? parse("+" + digits, region) : Optional.empty();
    }

    /** Of a length that the country has, area code included; number plans change faster than the tables of them. */
    private boolean isPossible(PhoneNumber number) {
        return numbers.isPossibleNumberWithReason(number) == ValidationResult.IS_POSSIBLE;
    }

    private Optional<PhoneNumber> parse(String spelling, String country) {
        try {
            PhoneNumber number = numbers.parse(spelling, country);
            String written = numbers.format(number, PhoneNumberFormat.E164);
            String today = PhoneTwins.today(written);
            return Optional.of(today.equals(written) ? number : numbers.parse(today, country));
        } catch (NumberParseException notANumber) {
            return Optional.empty();
        }
    }

    private Optional<String> e164(PhoneNumber number) {
        String value = numbers.format(number, PhoneNumberFormat.E164);
        return ContactPoint.find(ContactPoint.Type.PHONE, value).map(ContactPoint::value);
    }
}
