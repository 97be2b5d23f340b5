package org.interactionhub.commands.intake;

/**
 * Intake will not go on until a person has decided; published as an event of the application, so that a process which
 * has no other purpose can end.
 */
public record IntakeRefused(String sentence) {}
