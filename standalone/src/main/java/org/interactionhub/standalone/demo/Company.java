package org.interactionhub.standalone.demo;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The company whose story it is.
 *
 * @param staff by the names under which scenes know them
 * @param stories the resource files of those clients whose stories are told at length
 * @param exchangeSince when a new telephone exchange came, which tells of each call as it goes on; the old one kept a
 *            call log. In the words of {@link StoryTime}
 * @param handover when others took over the clients of a manager who had left, in the same words
 * @param number under which the company is called
 * @param accounts all mailboxes, forms, exchanges and chats that the story may use
 * @param ours which of the company is met through an account
 */
record Company(String name, String zone, String number, String exchange, String oldExchange, String exchangeSince,
        String handover,
        Map<String, Person> staff, List<String> stories, List<String> accounts, List<Ours> ours, List<Noise> noise,
        List<Sight> sights) {

    /** What came in and cannot be read. */
    record Noise(String at, String channel, String account, String type, String body) {}

    /** An account as people call it, and the office and legal entity that are met through it. */
    record Ours(String channel, String account, String title, String office, String legalEntity) {}

    /**
     * What is worth a look when the story is played.
     *
     * @param client whose page it is, by the key of her story; null for a place
     */
    record Sight(@Nullable String client, @Nullable String place, String what) {}

    ZoneId zoneId() {
        return ZoneId.of(zone);
    }

    Person staff(String key) {
        Person person = staff.get(key);
        if (person == null) {
            throw new IllegalStateException("The company has nobody called " + key + ".");
        }
        return person;
    }
}
