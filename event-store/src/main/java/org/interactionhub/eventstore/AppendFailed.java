package org.interactionhub.eventstore;

import org.jspecify.annotations.Nullable;

/**
 * An append did not end well. Unless the message says that nothing was written, the connection may have been lost just
 * behind the commit: append again, its conditions keep it from being written twice.
 */
public final class AppendFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    AppendFailed(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
