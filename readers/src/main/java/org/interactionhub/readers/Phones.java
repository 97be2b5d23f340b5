package org.interactionhub.readers;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberMatch;
import com.google.i18n.phonenumbers.PhoneNumberUtil.Leniency;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.interactionhub.events.ContactPoint;
import org.interactionhub.events.Direction;
import org.interactionhub.events.Participant;
import org.jspecify.annotations.Nullable;

/**
 * Brings phone numbers to E.164, however they were typed, in the one form of {@link PhoneTwins} where a country has two.
 * An extension is dropped: it is no part of the number.
 */
public final class Phones {

    private static final int LONGEST_SPELLING = 60;
    private static final int LONGEST_SENTENCE = 250;
    private static final int FEWEST_DIGITS = 7;
    private static final Pattern SCHEME = Pattern.compile("^(?i:tel|sips?):");

    private static final Pattern PUNCTUATION = Pattern.compile("[\\s().-]");

    /** No country has a code of the one digit 8: set apart from the rest, it is the way out of the city under a plus. */
    private static final Pattern TRUNK_UNDER_PLUS = Pattern.compile("^\\+\\s*8(?=[\\s(.-])");

    /** Extensions in words that libphonenumber does not know, such as "вн. 12" or "добавочный 12". */
    private static final Pattern EXTENSION = Pattern.compile(
            "(?iu)(?<=[0-9])[\\s,;(]*(?:добав\\p{L}*|внутр\\p{L}*|вн|д)[.:№\\s]*([0-9]{1,7})\\)?\\.?\\s*$");

    /** Short ones of ours, and what exchanges write. */
    private static final Pattern PLAIN = Pattern.compile("[0-9]{1,6}|\\+[0-9]{10,15}");

    private static final Pattern ONE_DIGIT = Pattern.compile("([0-9])\\1*");

    /**
     * What a spelling says, whether or not it tells anybody from others.
     *
     * @param e164 the digits in international form, not brought to the form of today
     * @param extension what is to be dialled behind it, empty if nothing
     */
    public record Spelled(String e164, String extension) {}

    private final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
    private final String region;
    private final boolean trunkIsEight;

    /** @param region ISO 3166 code of the country in which numbers without a country are read, such as {@code RU} */
    public Phones(String region) {
        this.region = region;
        trunkIsEight = numbers.getSupportedRegions().contains(region)
                && "8".equals(numbers.getNddPrefixForRegion(region, true));
    }

    /**
     * The number as E.164, or empty if {@code raw} is short, withheld or no number at all, or has two numbers among its
     * words.
     */
    public Optional<String> canonical(String raw) {
        List<String> all = all(raw);
        return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
    }

    /** The numbers as E.164, each once: one as a whole, or all that stand among the words of {@code raw}. */
    public List<String> all(String raw) {
        String number = bare(raw);
        if (number.length() > LONGEST_SENTENCE) {
            return List.of();
        }
        Optional<String> whole = number.length() > LONGEST_SPELLING ? Optional.empty() : whole(number);
        return whole.isPresent() ? List.of(whole.get()) : amongWords(number);
    }

    /** The number as E.164, or {@code raw} as it is where that cannot be had. */
    public String orRaw(String raw) {
        return canonical(raw).orElse(raw);
    }

    /** What {@code raw} says, be it too short for anybody's number; empty if it is no number. */
    public Optional<Spelled> spelled(String raw) {
        String number = bare(raw);
        try {
            PhoneNumber spelled = numbers.parse(number, region);
            return Optional.of(new Spelled(numbers.format(spelled, PhoneNumberFormat.E164), spelled.getExtension()));
        } catch (NumberParseException notANumber) {
            return canonical(raw).map(found -> new Spelled(found, ""));
        }
    }

    /** Who is outside: numbers of our own are short. A call is inbound if its caller is, outbound if only who is called is. */
    Direction direction(String from, String to) {
        return canonical(from).isPresent()
                ? Direction.INBOUND
                : canonical(to).isPresent() ? Direction.OUTBOUND : Direction.INTERNAL;
    }

    /** Somebody who called or was called; keeps what is no number as it is, and marks it. */
    Draft participant(Draft draft, Participant.Role role, String raw, @Nullable String name) {
        return marked(draft.participant(role, ContactPoint.Type.PHONE, orRaw(raw), name), raw);
    }

    /**
     * Says in the attributes what the contact point cannot: an extension, and what is no number though too long for one of
     * ours.
     */
    Draft marked(Draft draft, String raw) {
        if (PLAIN.matcher(raw).matches()) {
            return draft;
        }
        boolean nobodys = all(raw).isEmpty() && raw.chars().filter(Character::isDigit).count() >= FEWEST_DIGITS;
        return draft.attribute("extension", spelled(raw).map(Spelled::extension).orElse(null))
                .attribute("unreadableNumber", nobodys ? PlainText.line(raw) : null);
    }

    private String bare(String raw) {
        String spelling = SCHEME.matcher(raw.strip()).replaceFirst("");
        int host = spelling.indexOf('@');
        String number = (host < 0 ? spelling : spelling.substring(0, host)).replace('_', '-');
        String extended = EXTENSION.matcher(number).replaceFirst(" ext. $1");
        return trunkIsEight ? TRUNK_UNDER_PLUS.matcher(extended).replaceFirst("8") : extended;
    }

    private Optional<String> whole(String number) {
        boolean longEnough = number.chars().filter(Character::isLetterOrDigit).count() >= FEWEST_DIGITS;
        Optional<PhoneNumber> certain = parse(number, region).filter(numbers::isValidNumber)
                .or(() -> withoutPlus(number).filter(numbers::isValidNumber));
        Optional<PhoneNumber> likely = certain.isPresent() || !longEnough
                ? certain
                : parse(number, region).filter(this::isPossible)
                        .or(() -> withoutPlus(number).filter(this::isPossible))
                        .or(() -> underMask(number));
        return likely.flatMap(this::e164);
    }

    private List<String> amongWords(String words) {
        if (words.chars().filter(Character::isDigit).count() < FEWEST_DIGITS) {
            return List.of();
        }
        return StreamSupport.stream(numbers.findNumbers(words, region, Leniency.VALID, 10).spliterator(), false)
                .map(PhoneNumberMatch::number)
                .flatMap(number -> today(number, region).flatMap(this::e164).stream())
                .distinct()
                .toList();
    }

    /** Exchanges and messengers leave the plus away: the digits are a whole number of some country then. */
    private Optional<PhoneNumber> withoutPlus(String spelling) {
        String digits = PUNCTUATION.matcher(spelling).replaceAll("").replaceFirst("^00", "");
        return digits.chars().allMatch(c -> c >= '0' && c <= '9') ? parse("+" + digits, region) : Optional.empty();
    }

    /**
     * A form with a mask puts a plus, or the code of its country, before whatever is typed: what is behind them is the
     * caller's own, if it is a whole number.
     */
    private Optional<PhoneNumber> underMask(String spelling) {
        if (!spelling.startsWith("+")) {
            return Optional.empty();
        }
        String typed = spelling.substring(1);
        String code = String.valueOf(numbers.getCountryCodeForRegion(region));
        return Stream.of(spelling.substring(spelling.lastIndexOf('+')), typed,
                typed.startsWith(code) ? typed.substring(code.length()) : typed)
                .flatMap(number -> parse(number, region).filter(numbers::isValidNumber).stream())
                .findFirst();
    }

    /**
     * Of a length that the country has, area code included; number plans change faster than the tables of them. One digit
     * over and over is typed by those who would not tell their number.
     */
    private boolean isPossible(PhoneNumber number) {
        return numbers.isPossibleNumberWithReason(number) == ValidationResult.IS_POSSIBLE
                && !ONE_DIGIT.matcher(numbers.getNationalSignificantNumber(number)).matches();
    }

    private Optional<PhoneNumber> parse(String spelling, String country) {
        try {
            return today(numbers.parse(spelling, country), country);
        } catch (NumberParseException notANumber) {
            return Optional.empty();
        }
    }

    private Optional<PhoneNumber> today(PhoneNumber number, String country) {
        try {
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
