package org.interactionhub.door.description;

import io.swagger.v3.core.jackson.TypeNameResolver;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Names of types as the description has them. Types of one simple name are told apart by the type around them, else by
 * their package: a decision of the timeline is not the one that staff send.
 */
final class SchemaNames extends TypeNameResolver {

    private final Map<String, Class<?>> given = new ConcurrentHashMap<>();

    @Override
    protected String nameForClass(Class<?> type, Set<Options> options) {
        String name = super.nameForClass(type, options);
        Class<?> around = type.getEnclosingClass();
        if (around == null) {
            return unique(name, type);
        }
        return unique(around.getSimpleName().replace("Controller", "") + name, type);
    }

    private String unique(String name, Class<?> type) {
        Class<?> first = given.putIfAbsent(name, type);
        return first == null || first.equals(type) ? name : room(type) + name;
    }

    private static String room(Class<?> type) {
        String room = type.getPackageName();
        String last = room.substring(room.lastIndexOf('.') + 1);
        return Character.toUpperCase(last.charAt(0)) + last.substring(1);
    }
}
