package org.interactionhub.readers.providers;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.interactionhub.events.Channel;
import org.jspecify.annotations.Nullable;

/**
 * A messenger, help desk or telephone exchange.
 *
 * @param name stands before the handles of its people, such as {@code whatsapp}
 * @param channel {@code chat}, {@code phone} for an exchange, {@code web-form} for a service of forms
 * @param percentEncoded whether texts in its posts are encoded as in an address (RFC 3986)
 * @param html whether the words of its messages are HTML
 * @param knownBy what only its posts have; see {@link Rule} for conditions
 * @param items where in a post the messages stand; one that holds another is told by it
 * @param event where a post says what it is about, for the sentence about one that is not read
 * @param rules the first that holds for an item says what it means
 * @param signature the name of the recipe by which it proves that a post is its own
 */
public record Provider(String name, Channel channel, boolean percentEncoded, boolean html, Map<String, Object> knownBy,
        List<String> items, List<String> event,
        List<Rule> rules, @Nullable String signature, @Nullable Handshake handshake, @Nullable Answer answer) {

    public Provider {
        channel = channel == null ? Channel.CHAT : channel;
        items = items == null ? List.of() : items;
        event = event == null ? List.of() : event;
        rules = rules == null ? List.of() : rules;
    }

    /**
     * What it must be told before it sends anything.
     *
     * @param when the post that asks
     * @param echo where the post has what is to be said back
     * @param say the name of the setting that is to be said back
     * @param challenge the query parameter that a {@code GET} wants back, if {@code token} has the value of setting
     *            {@code verify-token}
     * @param token the query parameter that proves who asks
     */
    public record Handshake(@Nullable Map<String, Object> when, @Nullable List<String> echo, @Nullable String say,
            @Nullable String challenge, @Nullable String token) {}

    /** What it takes for a yes, where it does not take any answer from 200 to 299: only 200, or this text. */
    public record Answer(int status, @Nullable String text) {}

    public boolean knows(Item post) {
        return post.matches(knownBy);
    }

    /** Everything in a post that says something by itself, in its order. */
    public List<Item> items(Item post) {
        List<Item> all = new ArrayList<>();
        items.forEach(pointer -> all.addAll(post.at(pointer)));
        return all.stream().filter(item -> all.stream().noneMatch(other -> other.isWithin(item)))
                .sorted(Comparator.comparing(Item::place, Comparator.comparingInt(String::length))).toList();
    }

    public Optional<Rule> ruleFor(Item item) {
        return rules.stream().filter(rule -> item.matches(rule.when())).findFirst();
    }
}
