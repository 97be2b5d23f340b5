package org.interactionhub.readers.mail;

import org.jspecify.annotations.Nullable;

/**
 * What the sender of a mail wrote herself.
 *
 * @param signature what stood below it, null if nothing did
 */
record OwnWords(String words, @Nullable String signature) {}
