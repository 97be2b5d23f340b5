package org.interactionhub.readers.providers;

import java.util.List;
import java.util.Map;
import org.interactionhub.events.InteractionReport.Kind;
import org.jspecify.annotations.Nullable;

/**
 * What an item of a post means, if {@code when} holds for it. Every list of pointers gives the first that says
 * something, {@code files} and {@code attributes} all.
 *
 * @param when pointers and what they must lead to: {@code true} something, {@code false} nothing, a text or number
 *            exactly that, a list one of these, {@code {"not": ...}} none of them, {@code {"same": pointer}} what stands
 *            there too
 * @param conversation names the conversation within the provider; with {@code message} it names the contact. A call is
 *            one contact, whatever is told of it: {@code message} names its leg
 * @param revision what tells one report about the message from the next: the time of an edit, a delivery state
 * @param outbound conditions under which we said it
 * @param internal conditions under which it was said among ourselves
 * @param time in seconds or milliseconds since 1970, or ISO 8601
 * @param attributes names of attributes of the report and where their values stand, as text
 * @param numbers the same, as whole numbers
 * @param truths the same, as true or false: conditions under which it is true
 */
public record Rule(Map<String, Object> when, Kind kind, List<String> conversation, List<String> message,
        List<String> revision, Map<String, Object> outbound, Map<String, Object> internal, Party sender,
        @Nullable Party recipient, List<String> text, List<String> time, List<File> files,
        Map<String, List<String>> attributes, Map<String, List<String>> numbers,
        Map<String, Map<String, Object>> truths) {

    public Rule {
        when = when == null ? Map.of() : when;
        kind = kind == null ? Kind.RECORDED : kind;
        revision = revision == null ? List.of() : revision;
        outbound = outbound == null ? Map.of() : outbound;
        internal = internal == null ? Map.of() : internal;
        text = text == null ? List.of() : text;
        time = time == null ? List.of() : time;
        files = files == null ? List.of() : files;
        attributes = attributes == null ? Map.of() : attributes;
        numbers = numbers == null ? Map.of() : numbers;
        truths = truths == null ? Map.of() : truths;
    }

    /**
     * Somebody who wrote or is written to.
     *
     * @param id her name within the provider, which makes her handle
     * @param phone a number that the provider vouches for; who calls or is called is this number
     * @param email an address that the provider knows of her
     */
    public record Party(List<String> id, List<String> name, List<String> phone, List<String> email) {

        public Party {
            id = id == null ? List.of() : id;
            name = name == null ? List.of() : name;
            phone = phone == null ? List.of() : phone;
            email = email == null ? List.of() : email;
        }
    }

    /**
     * Files that the post only names.
     *
     * @param at where they stand
     * @param fields what is known of each, from there
     */
    public record File(String at, Map<String, List<String>> fields) {}
}
