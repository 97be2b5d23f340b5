package org.interactionhub.queries.console.identity;

/**
 * A row of a list that names two clients.
 *
 * @param words which row of which list
 * @param href of the list
 */
record ListedSign(String words, String href) {}
