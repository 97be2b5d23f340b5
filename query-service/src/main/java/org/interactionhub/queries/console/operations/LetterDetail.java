package org.interactionhub.queries.console.operations;

import org.jspecify.annotations.Nullable;

/**
 * The page of one dead letter.
 *
 * @param original what the sender sent, null if it does not stand in the record
 * @param record as it lies in Kafka
 * @param redrive method and address that have it read again
 */
record LetterDetail(LetterRow letter, @Nullable RawView original, RawView record, String download, String redrive,
        String self) {}
