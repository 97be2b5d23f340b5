package org.interactionhub.readers;

import java.util.List;
import org.interactionhub.events.InteractionReport;
import org.interactionhub.events.ReaderVersion;

/** Reads the originals of one kind. Pure: the same original gives the same reports. */
interface Reader {

    /** Named in every report, so that the reports of an older version can be found and read again. */
    ReaderVersion version();

    /** Gives one report, or several for an original that holds several contacts. */
    List<InteractionReport> read(Received received) throws NotItsContentType, CannotRead;
}
