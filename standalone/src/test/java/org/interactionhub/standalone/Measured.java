package org.interactionhub.standalone;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What {@code /actuator/prometheus} says, by the names and labels in it. */
final class Measured {

    private static final Pattern TYPE = Pattern.compile("(?m)^# TYPE (\\S+) (\\S+)$");
    private static final Pattern SAMPLE = Pattern.compile("(?m)^([a-z_0-9]+)(?:\\{([^}]*)})? ");
    private static final Pattern LABEL = Pattern.compile("(?:^|,)([a-z_]+)=\"((?:[^\"\\\\]|\\\\.)*)\"");

    private final Map<String, String> types = new HashMap<>();
    private final Map<String, Set<String>> labels = new HashMap<>();

    Measured(String text) {
        TYPE.matcher(text).results().forEach(line -> types.put(line.group(1), line.group(2)));
        Matcher sample = SAMPLE.matcher(text);
        while (sample.find()) {
            Set<String> known = labels.computeIfAbsent(sample.group(1), _ -> new TreeSet<>());
            if (sample.group(2) != null) {
                LABEL.matcher(sample.group(2)).results().map((MatchResult label) -> label.group(1))
                        .forEach(known::add);
            }
        }
        // the longest of the last minutes belongs to its timer
        types.keySet().removeIf(name -> name.endsWith("_max")
                && types.containsKey(name.substring(0, name.length() - "_max".length())));
    }

    /** Names of metrics with what Prometheus calls their type; a timer is a summary there. */
    Map<String, String> types() {
        return types;
    }

    /** The labels of every sample of this name, such as {@code hub_append_seconds_count}; empty if there is none. */
    Set<String> labels(String sample) {
        return labels.getOrDefault(sample, Set.of());
    }

    boolean has(String sample) {
        return labels.containsKey(sample);
    }
}
