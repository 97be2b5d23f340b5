package org.interactionhub.queries.console;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.interactionhub.events.Channel;
import org.interactionhub.queries.console.frame.Wording;
import org.interactionhub.queries.timeline.TimelineItem;
import org.jspecify.annotations.Nullable;

/** Lists what a form was filled in with or a booking told beside, and which campaign led to it. */
record Fields(Wording words) {

    private static final List<String> CAMPAIGN = List.of("source", "medium", "campaign", "term", "content");
    private static final int LONGEST = 80;

    List<EntryView.Field> of(TimelineItem item) {
        if (item.channel() != Channel.WEB_FORM && item.channel() != Channel.BUSINESS) {
            return List.of();
        }
        Stream<EntryView.Field> filled = entries(item.attributes().get("fields"))
                .map(field -> new EntryView.Field(field.getKey(), text(field.getValue())))
                .filter(field -> !field.value().isBlank() && !isShownElsewhere(field, item));
        String campaign = entries(item.attributes().get("campaign"))
                .sorted(Comparator.comparingInt(part -> place(part.getKey())))
                .map(part -> name(part.getKey()) + ": " + shortened(text(part.getValue())))
                .collect(Collectors.joining(" · "));
        return Stream.concat(filled, Stream.of(campaign, owedTo(item)).filter(told -> !told.isEmpty())
                .map(told -> new EntryView.Field(words.say("entry.campaign"), told))).toList();
    }

    private static String owedTo(TimelineItem item) {
        return entries(item.attributes().get("booking")).filter(part -> part.getKey().equals("campaign"))
                .map(part -> shortened(text(part.getValue()))).findFirst().orElse("");
    }

    private static int place(String parameter) {
        int place = CAMPAIGN.indexOf(parameter.replaceFirst("^utm_", ""));
        return place < 0 ? CAMPAIGN.size() : place;
    }

    /** What people call a parameter of a campaign's link; a click's id of an advertiser has no other name. */
    private String name(String parameter) {
        String plain = parameter.replaceFirst("^utm_", "");
        return CAMPAIGN.contains(plain) ? words.say("campaign." + plain) : plain;
    }

    private static String shortened(String value) {
        return value.length() <= LONGEST ? value : value.substring(0, LONGEST) + "…";
    }

    /** As the entry's words, as its title, or as the campaign. */
    private static boolean isShownElsewhere(EntryView.Field field, TimelineItem item) {
        return field.value().strip().equals(item.text()) || field.value().strip().equals(item.subject())
                || entries(item.attributes().get("campaign"))
                        .anyMatch(part -> part.getKey().equalsIgnoreCase(field.name()));
    }

    private static Stream<Map.Entry<String, Object>> entries(@Nullable Object value) {
        return value instanceof Map<?, ?> map
                ? map.entrySet().stream().filter(entry -> entry.getValue() != null)
                        .map(entry -> Map.entry(String.valueOf(entry.getKey()), entry.getValue()))
                : Stream.empty();
    }

    private static String text(Object value) {
        return value instanceof List<?> several
                ? several.stream().map(String::valueOf).collect(Collectors.joining(", "))
                : value.toString();
    }
}
