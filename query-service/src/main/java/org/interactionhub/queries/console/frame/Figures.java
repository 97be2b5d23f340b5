package org.interactionhub.queries.console.frame;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Currency;

/** Writes numbers as a visitor's language does. */
public record Figures(Wording words) {

    private static final int A_MINUTE = 60;

    /** A whole number, exactly. */
    public String of(long number) {
        return NumberFormat.getIntegerInstance(words.locale()).format(number);
    }

    /**
     * An amount of money, without decimals if it is whole.
     *
     * @param currency an ISO 4217 code
     */
    public String money(BigDecimal amount, String currency) {
        NumberFormat format = NumberFormat.getCurrencyInstance(words.locale());
        format.setCurrency(Currency.getInstance(currency));
        int digits = Math.max(0, amount.stripTrailingZeros().scale()) == 0 ? 0 : amount.scale();
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return format.format(amount);
    }

    /** A span of time: in seconds up to a minute, above as a clock that was stopped. */
    public String seconds(double seconds) {
        if (seconds >= A_MINUTE) {
            return Sizes.duration(Math.round(seconds));
        }
        NumberFormat tenths = NumberFormat.getNumberInstance(words.locale());
        tenths.setMaximumFractionDigits(1);
        return words.say("figure.seconds", tenths.format(seconds));
    }

    /** How many per second. */
    public String perSecond(long number) {
        return words.say("figure.persecond", of(number));
    }
}
