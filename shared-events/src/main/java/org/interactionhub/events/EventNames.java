package org.interactionhub.events;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The dictionary between event records and their names on disk. */
public final class EventNames {

    private static final List<Class<? extends HubEvent>> ALL = recordsOf(HubEvent.class).stream()
            .distinct().toList();
    private static final Map<String, Class<? extends HubEvent>> BY_NAME = ALL.stream()
            .collect(Collectors.toUnmodifiableMap(EventNames::of, Function.identity()));

    private EventNames() {}

    /** The name of this kind of event, such as {@code interaction-recorded/1}. */
    public static String of(Class<? extends HubEvent> event) {
        Named named = event.getAnnotation(Named.class);
        if (named == null) {
            throw new IllegalStateException(event.getName() + " has no @Named");
        }
        return named.value();
    }

    /** The record of this name, or nothing if a newer hub wrote it. */
    public static Optional<Class<? extends HubEvent>> find(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** All event records of all families, ordered by name. */
    public static List<Class<? extends HubEvent>> all() {
        return ALL.stream().sorted(Comparator.comparing(EventNames::of)).toList();
    }

    private static List<Class<? extends HubEvent>> recordsOf(Class<? extends HubEvent> family) {
        if (!family.isSealed()) {
            return List.of(family);
        }
        List<Class<? extends HubEvent>> records = new ArrayList<>();
        for (Class<?> member : family.getPermittedSubclasses()) {
            records.addAll(recordsOf(member.asSubclass(HubEvent.class)));
        }
        return records;
    }
}
