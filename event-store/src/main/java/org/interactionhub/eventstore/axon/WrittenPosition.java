package org.interactionhub.eventstore.axon;

import java.util.OptionalLong;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** The position in the log that a unit of work has written up to, so that a command can answer with it. */
public final class WrittenPosition {

    private static final String KEY = WrittenPosition.class.getName();

    private WrittenPosition() {}

    /** Known once the root of {@code unitOfWork} has prepared its commit; nothing if no event was written. */
    public static OptionalLong of(UnitOfWork<?> unitOfWork) {
        return unitOfWork.root().resources().get(KEY) instanceof Long position
                ? OptionalLong.of(position)
                : OptionalLong.empty();
    }

    static void remember(long position) {
        CurrentUnitOfWork.ifStarted(current -> current.root().resources().put(KEY, position));
    }
}
