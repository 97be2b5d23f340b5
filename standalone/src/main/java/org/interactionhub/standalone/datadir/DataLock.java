package org.interactionhub.standalone.datadir;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.util.Optional;

/**
 * The right to work in a data directory. It belongs to one process at a time and ends with it, however the process ends.
 */
public final class DataLock implements AutoCloseable {

    private final FileChannel file;

    private DataLock(FileChannel file) {
        this.file = file;
    }

    /** The lock, or nothing if a running hub holds it. */
    public static Optional<DataLock> take(DataDirectory data) throws IOException {
        FileChannel file = FileChannel.open(data.lock(), CREATE, WRITE);
        boolean taken = false;
        try {
            taken = file.tryLock() != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            taken = false;
        } finally {
            if (!taken) {
                file.close();
            }
        }
        return taken ? Optional.of(new DataLock(file)) : Optional.empty();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
