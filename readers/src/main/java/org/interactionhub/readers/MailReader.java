package org.interactionhub.readers;

import java.util.List;
import org.interactionhub.events.InteractionReport;
import org.interactionhub.events.ReaderVersion;

/** Reads mail of any shape. */
final class MailReader implements Reader {

    private final MailAddresses addresses;

    MailReader(MailAddresses addresses) {
        this.addresses = addresses;
    }

    @Override
    public ReaderVersion version() {
        return new ReaderVersion("mail", 1);
    }

    @Override
    public List<InteractionReport> read(Received received) throws CannotRead {
        throw new CannotRead("mail-no-sender", "The mail names no sender." + addresses.canonical("").orElse(""));
    }
}
