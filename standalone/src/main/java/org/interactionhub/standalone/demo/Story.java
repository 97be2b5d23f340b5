package org.interactionhub.standalone.demo;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What happens with one client.
 *
 * @param key names her in the story, and in what the demo remembers of having told
 * @param kind what staff registered her as; null if the hub makes her acquaintance by her first contact
 * @param law what she is by law, null if the story does not say
 * @param belongs to whom she belongs
 * @param people by the names under which scenes know them
 */
record Story(String key, String name, @Nullable String kind, @Nullable List<Ownership> owner,
        @Nullable Map<String, String> law, @Nullable List<Belonging> belongs, Map<String, Person> people,
        List<Scene> scenes) {

    /**
     * @param to the key of another story
     * @param relation and {@code role} as the hub takes them
     */
    record Belonging(String to, String relation, String role) {}

    /** @param since in the words of {@link StoryTime} */
    record Ownership(String who, String since) {}

    List<Belonging> belongings() {
        return belongs == null ? List.of() : belongs;
    }

    List<Ownership> owners() {
        return owner == null ? List.of() : owner;
    }
}
