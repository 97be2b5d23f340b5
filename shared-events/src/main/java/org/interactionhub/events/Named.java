package org.interactionhub.events;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The stable name and version of an event on disk, such as {@code interaction-recorded/1}. Never changed, never reused. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface Named {
    String value();
}
