package org.interactionhub.eventstore;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A database whose answer can be lost on its way: what was sent is done, and nobody is told. */
final class LostAnswers {

    private LostAnswers() {}

    /** @param next set to lose the answer to the next statement */
    static DataSource of(DataSource database, AtomicBoolean next) {
        return wrapped(DataSource.class, database, (called, made) -> switch (made) {
            case Connection connection -> of(connection, next);
            case null, default -> called.equals("isWrapperFor") ? Boolean.FALSE : made;
        });
    }

    private static Connection of(Connection connection, AtomicBoolean next) {
        return wrapped(Connection.class, connection, (_, made) -> made instanceof PreparedStatement statement
                ? wrapped(PreparedStatement.class, statement, (called, answer) -> lost(called, answer, next))
                : made);
    }

    private static @Nullable Object lost(String called, @Nullable Object answer, AtomicBoolean next)
            throws SQLException {
        if (called.equals("execute") && next.compareAndSet(true, false)) {
            throw new SQLException("The answer was lost.", "08006");
        }
        return answer;
    }

    private interface Then {
        @Nullable
        Object with(String called, @Nullable Object result) throws SQLException;
    }

    private static <T> T wrapped(Class<T> type, T real, Then then) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[]{type}, (_, method, arguments) -> {
            try {
                return then.with(method.getName(), method.invoke(real, arguments));
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }
}
