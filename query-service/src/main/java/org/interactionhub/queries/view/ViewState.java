package org.interactionhub.queries.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A view and how it stands.
 *
 * @param columns of what is shown, as are the key and the chart; of the file as long as nothing is
 * @param chart null if it is a table only
 * @param sql as the file has it now
 * @param standing of what is shown, null if nothing is yet
 * @param building a build that is under way, null if none is
 * @param trouble why the file, or the last build, failed; null if it did not. What is shown is then older
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ViewState(String name, Said title, Said about, List<String> key, List<Column> columns,
        @Nullable Chart chart, String sql, State state, @JsonUnwrapped @Nullable Standing standing,
        @Nullable Building building, @Nullable String trouble) {

    /** Whether a view can be read. */
    public enum State {
        /** It will be built in a moment, for the first time. */
        WAITING,
        /** It is being built for the first time. */
        BUILDING,
        /** It can be read; it may be built again meanwhile. */
        BUILT,
        /** It was never built, and will not be until its file is mended. */
        BROKEN;

        @JsonValue
        public String value() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What is shown of a view.
     *
     * @param position of the log, up to which it holds everything
     * @param behind events of the log that it does not hold yet
     */
    public record Standing(long position, long behind, Instant builtAt, long rows, long millis) {}

    /**
     * A build under way.
     *
     * @param phase what it is at, in a word
     */
    public record Building(String phase, long rows) {}
}
