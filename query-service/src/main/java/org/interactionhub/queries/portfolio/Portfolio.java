package org.interactionhub.queries.portfolio;

import org.jspecify.annotations.Nullable;

/**
 * The clients whom one of us looks after now.
 *
 * @param owner by name; null: those whom nobody does
 * @param clients how many
 * @param plans that are open with them
 * @param overdue how many of the plans should have taken place by now
 */
public record Portfolio(@Nullable String owner, long clients, long plans, long overdue) {}
