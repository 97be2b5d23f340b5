package org.interactionhub.readers;

/** The original holds more records than are read at once; the message says how to send it in parts. */
public final class TooManyRecords extends NotItsContentType {

    private static final long serialVersionUID = 1L;

    TooManyRecords(int most) {
        super("The file has more than the " + most + " records that are taken at once. Split the file and send "
                + "its parts one after the other, each with the header if there is one.");
    }
}
