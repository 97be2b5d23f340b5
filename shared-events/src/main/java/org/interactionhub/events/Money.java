package org.interactionhub.events;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * An amount in a currency, with as many digits behind the point as the currency has (ISO 4217), so that equal amounts are
 * equal values. As JSON the amount is a text, since not every reader of JSON keeps all digits of a number.
 *
 * @param amount negative for what goes the other way, such as a payment that was given back
 * @param currency an ISO 4217 code, such as {@code RUB}
 * @throws IllegalArgumentException in a sentence, if there is no such currency, or the amount is finer than it or has more
 *             than 15 digits before the point or 50 behind it
 */
public record Money(@JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal amount, String currency) {

    private static final int MOST_DIGITS = 15;
    private static final int MOST_DECIMALS = 50;

    public Money {
        if (digitsBeforeThePoint(amount) > MOST_DIGITS || Math.abs((long) amount.scale()) > MOST_DECIMALS) {
            throw new IllegalArgumentException("The amount has more than " + MOST_DIGITS
                    + " digits before the point, or more than " + MOST_DECIMALS + " behind it.");
        }
        amount = scaled(amount, currency);
    }

    public static Money of(String amount, String currency) {
        return new Money(new BigDecimal(amount), currency);
    }

    @JsonIgnore
    public boolean isZero() {
        return amount.signum() == 0;
    }

    /** Asked before anything is done with it: {@code 1E300000000} is short until it is written out. */
    private static long digitsBeforeThePoint(BigDecimal amount) {
        return (long) amount.precision() - amount.scale();
    }

    private static BigDecimal scaled(BigDecimal amount, String currency) {
        try {
            return amount.setScale(Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits()),
                    RoundingMode.UNNECESSARY);
        } catch (ArithmeticException tooFine) {
            throw new IllegalArgumentException(currency + " has no coin so small as in " + amount + ".", tooFine);
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException("'" + currency + "' is no currency; known are codes such as RUB or EUR.",
                    unknown);
        }
    }

    /** Such as {@code 120 000.50 RUB}; whole amounts have no point. */
    @Override
    public String toString() {
        String plain = amount.stripTrailingZeros().scale() <= 0
                ? amount.toBigInteger().toString()
                : amount.toPlainString();
        return plain.replaceAll("(?<=\\d)(?=(\\d{3})+(\\.|$))", "\u00A0") + "\u00A0" + currency;
    }
}
