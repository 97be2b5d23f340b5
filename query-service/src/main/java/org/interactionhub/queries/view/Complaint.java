package org.interactionhub.queries.view;

import java.sql.SQLException;
import java.util.Objects;
import java.util.stream.Stream;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;
import org.postgresql.util.ServerErrorMessage;

/** Says in words why PostgreSQL did not run a view's SELECT. */
final class Complaint {

    private static final String CANCELED = "57014";
    private static final String OVER_THE_DISK_LIMIT = "53400";

    private Complaint() {}

    /** True if it was stopped, by a person or because its time was up. */
    static boolean isStop(Throwable failure) {
        return CANCELED.equals(state(failure));
    }

    /**
     * True if the view is to blame, and not a database that is away or a table that is being swapped.
     */
    static boolean isOfTheView(Throwable failure) {
        String state = state(failure);
        return !state.isEmpty() && !state.startsWith("08") && !state.startsWith("57P") && !state.startsWith("40")
                && !state.startsWith("3F") && !state.startsWith("25") && !state.equals("55P03");
    }

    /** @param before how many characters of the statement stood in front of the view's own */
    static ViewRefused refusal(Throwable failure, ViewDefinition view, int before) {
        String sentence = switch (state(failure)) {
            case CANCELED -> "It took longer than " + BuildTable.LONGEST.toMinutes()
                    + " minutes and was stopped. Let it read less, or group more coarsely.";
            case OVER_THE_DISK_LIMIT -> "It needs more disk for sorting than a view gets. Let it read less.";
            default -> "PostgreSQL refuses it" + where(failure, view, before) + ": " + message(failure) + ".";
        };
        return new ViewRefused(sentence, failure);
    }

    private static String where(Throwable failure, ViewDefinition view, int before) {
        ServerErrorMessage told = told(failure);
        int at = told == null ? 0 : told.getPosition() - before;
        if (at <= 0 || at > view.sql().length() + 1) {
            return "";
        }
        long line = view.firstLine() + view.sql().substring(0, at - 1).chars().filter(c -> c == '\n').count();
        return " (line " + line + ")";
    }

    private static String message(Throwable failure) {
        ServerErrorMessage told = told(failure);
        return told == null ? String.valueOf(failure.getMessage()) : String.valueOf(told.getMessage());
    }

    static String state(Throwable failure) {
        return Objects.requireNonNullElse(chain(failure).filter(SQLException.class::isInstance)
                .map(cause -> ((SQLException) cause).getSQLState()).filter(Objects::nonNull).findFirst()
                .orElse(PSQLState.UNKNOWN_STATE.getState()), "");
    }

    private static @org.jspecify.annotations.Nullable ServerErrorMessage told(Throwable failure) {
        return chain(failure).filter(PSQLException.class::isInstance)
                .map(cause -> ((PSQLException) cause).getServerErrorMessage()).filter(Objects::nonNull).findFirst()
                .orElse(null);
    }

    private static Stream<Throwable> chain(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause);
    }
}
