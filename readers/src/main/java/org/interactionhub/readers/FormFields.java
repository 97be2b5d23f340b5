package org.interactionhub.readers;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.interactionhub.readers.providers.Item;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a posted form by their names, whatever the service that built the form wraps them in: JSON within a field
 * is opened, and a list of answers, each of which says what it answers, becomes fields.
 */
final class FormFields {

    /** Where services of forms put the id of a form, what else only they have, and the id of its submission. */
    private static final List<List<String>> SUBMISSIONS = List.of(List.of("/formid", "/tranid"),
            List.of("/formID", "/submissionID"), List.of("/form_response/form_id", "/form_response/token"),
            List.of("/form_id", "/site_url", "/created_at", "/id"));

    private static final String TITLES = "/form_response/definition/fields/*";

    private final Item post;
    private final Map<String, Object> all = new LinkedHashMap<>();

    private FormFields(Map<?, ?> values) {
        post = Item.root(values);
    }

    static Map<String, Object> of(Map<?, ?> values) {
        FormFields fields = new FormFields(values);
        fields.open(values);
        return fields.all;
    }

    /** What the service calls this submission, so that it stands once however often it is sent; empty if it does not say. */
    static Optional<String> submission(Map<?, ?> values) {
        Item post = Item.root(values);
        return SUBMISSIONS.stream()
                .filter(ids -> ids.stream().allMatch(id -> post.text(List.of(id)).isPresent()))
                .map(ids -> ids.getFirst() + "|" + post.text(ids).orElse("") + "|"
                        + post.text(List.of(ids.getLast())).orElse(""))
                .findFirst();
    }

    private void open(Map<?, ?> values) {
        values.forEach((name, value) -> {
            Object opened = value instanceof String text ? PayloadSyntax.object(text).orElse(null) : null;
            put(String.valueOf(name), opened == null ? value : opened);
        });
    }

    private void put(String name, @Nullable Object value) {
        if (value instanceof Map<?, ?> map && map.values().stream().anyMatch(FormFields::isAnswers)) {
            map.forEach((inner, nested) -> put(String.valueOf(inner), nested));
        } else if (isAnswers(value) && value instanceof List<?> answers) {
            answers.forEach(answer -> answer(Item.root(answer)));
        } else if (value != null) {
            all.put(name, value);
        }
    }

    private static boolean isAnswers(@Nullable Object value) {
        return value instanceof List<?> list && !list.isEmpty()
                && list.stream().filter(Objects::nonNull).map(Item::root).allMatch(FormFields::isAnswer);
    }

    private static boolean isAnswer(Item item) {
        return item.matches(Map.of("/type", true, "/field/id", true));
    }

    /** The first of its names that every form may have, else its title. */
    private void answer(Item answer) {
        String id = answer.text(List.of("/field/id")).orElse("");
        List<String> names = Stream
                .of(title(id), answer.text(List.of("/field/title")), answer.text(List.of("/field/ref")),
                        answer.text(List.of("/field/type")), answer.text(List.of("/type")))
                .flatMap(Optional::stream).toList();
        String name = names.stream().filter(one -> FormField.of(one).isPresent()).findFirst().orElse(names.getFirst());
        answer.at("/" + answer.text(List.of("/type")).orElse("")).stream().findFirst()
                .ifPresent(value -> all.put(name, said(value)));
    }

    private Optional<String> title(String id) {
        return post.at(TITLES).stream().filter(field -> field.matches(Map.of("/id", id)))
                .flatMap(field -> field.text(List.of("/title")).stream()).findFirst();
    }

    private static Object said(Item value) {
        return value.value() instanceof Map<?, ?>
                ? value.text(List.of("/label", "/labels/*", "/other", "/url")).orElse("")
                : Objects.requireNonNullElse(value.value(), "");
    }
}
