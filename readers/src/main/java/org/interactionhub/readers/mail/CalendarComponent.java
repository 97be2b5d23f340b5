package org.interactionhub.readers.mail;

import com.github.mangstadt.vinnie.VObjectProperty;
import com.github.mangstadt.vinnie.io.Context;
import com.github.mangstadt.vinnie.io.SyntaxRules;
import com.github.mangstadt.vinnie.io.VObjectDataListener;
import com.github.mangstadt.vinnie.io.VObjectReader;
import com.github.mangstadt.vinnie.io.Warning;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What stands between BEGIN and END in a calendar: properties, and other components. */
record CalendarComponent(String name, List<VObjectProperty> properties, List<CalendarComponent> parts) {

    private static final int MOST = 5_000;
    private static final int DEEPEST = 10;

    static CalendarComponent read(String content) {
        CalendarComponent root = named("");
        try (VObjectReader reader = new VObjectReader(new StringReader(content), SyntaxRules.iCalendar())) {
            reader.parse(new Building(root));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return root;
    }

    private static CalendarComponent named(String name) {
        return new CalendarComponent(name.toUpperCase(Locale.ROOT), new ArrayList<>(), new ArrayList<>());
    }

    /** This and all within it, outer ones first. */
    Stream<CalendarComponent> all() {
        return Stream.concat(Stream.of(this), parts.stream().flatMap(CalendarComponent::all));
    }

    Stream<VObjectProperty> each(String property) {
        return properties.stream().filter(one -> property.equalsIgnoreCase(one.getName()));
    }

    Optional<VObjectProperty> first(String property) {
        return each(property).findFirst();
    }

    /** Its value with the escapes of a text resolved (RFC 5545, 3.3.11). */
    @Nullable
    String text(String property) {
        return first(property).map(VObjectProperty::getValue).map(String::strip).filter(value -> !value.isEmpty())
                .map(value -> value.replaceAll("\\\\[nN]", "\n").replaceAll("\\\\(.)", "$1")).orElse(null);
    }

    /** Puts components into each other as they open and close; what opens too deep or too often is left out. */
    private static final class Building implements VObjectDataListener {

        private final Deque<CalendarComponent> open = new ArrayDeque<>();
        private int taken;

        Building(CalendarComponent root) {
            open.push(root);
        }

        @Override
        public void onComponentBegin(String name, Context context) {
            CalendarComponent component = named(name);
            if (open.size() <= DEEPEST && taken++ < MOST) {
                open.getFirst().parts().add(component);
            }
            open.push(component);
        }

        @Override
        public void onComponentEnd(String name, Context context) {
            if (open.size() > 1) {
                open.pop();
            }
        }

        @Override
        public void onProperty(VObjectProperty property, Context context) {
            if (taken++ < MOST) {
                open.getFirst().properties().add(property);
            }
        }

        @Override
        public void onVersion(String value, Context context) {
            // every version is read alike
        }

        @Override
        public void onWarning(Warning warning, @Nullable VObjectProperty property, @Nullable Exception thrown,
                Context context) {
            // a line that is no property says nothing
        }
    }
}
