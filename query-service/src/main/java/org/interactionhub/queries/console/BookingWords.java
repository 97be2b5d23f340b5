package org.interactionhub.queries.console;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.interactionhub.events.Money;
import org.interactionhub.queries.clientcard.ClientCard;
import org.interactionhub.queries.console.frame.Figures;
import org.interactionhub.queries.console.frame.Wording;
import org.interactionhub.queries.timeline.TimelineItem;

/** Says what was booked, as a visitor's language does. */
record BookingWords(Wording words) {

    String line(TimelineItem item) {
        return item.attributes().get("booking") instanceof Map<?, ?> booking
                ? line(booking)
                : words.say("channel.business");
    }

    /** Deals and payments of a client, those of each currency for themselves. */
    List<String> sums(ClientCard card) {
        return card.booked().stream()
                .flatMap(each -> Stream.of(sum("client.deals", each.deals(), each.won()),
                        sum("client.payments", each.payments(), each.paid())))
                .flatMap(Optional::stream).toList();
    }

    private Optional<String> sum(String key, long count, Money money) {
        return count == 0
                ? Optional.empty()
                : Optional.of(words.count(key, count) + ", "
                        + new Figures(words).money(money.amount(), money.currency()));
    }

    private String line(Map<?, ?> booking) {
        BigDecimal amount = new BigDecimal(text(booking, "amount"));
        boolean deal = text(booking, "kind").equals("deal");
        String key = deal ? "booking.deal" : amount.signum() < 0 ? "booking.refund" : "booking.payment";
        return words.say(key, new Figures(words).money(deal ? amount : amount.abs(), text(booking, "currency")),
                text(booking, "reference"));
    }

    private static String text(Map<?, ?> booking, String name) {
        return String.valueOf(booking.get(name));
    }
}
