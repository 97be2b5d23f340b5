package org.interactionhub.door;

/**
 * Tells which failures of a service pass by themselves, such as a database that is away. They are answered 503 and
 * {@code Retry-After}, as a bean of this type says.
 */
@FunctionalInterface
public interface PassingFailure {

    boolean passes(Throwable failure);
}
