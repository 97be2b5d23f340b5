package org.interactionhub.channels.email;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.interactionhub.channels.inlet.InFlight;
import org.interactionhub.door.Refusal;
import org.springframework.http.HttpStatus;

/** Reads the data of an SMTP transaction, which says its length to nobody, within the bounds. */
final class MailBytes {

    private static final int CHUNK = 64 * 1024;
    private static final long MOST_SWALLOWED = 256L * 1024 * 1024;

    private MailBytes() {}

    /** @throws Refusal 413 or 503; what is left of the data is then still in {@code in} */
    static byte[] read(InputStream in, InFlight.Share share) throws IOException {
        List<byte[]> chunks = new ArrayList<>();
        int size = 0;
        for (byte[] chunk = in.readNBytes(CHUNK); chunk.length > 0; chunk = in.readNBytes(CHUNK)) {
            size += chunk.length;
            if (size > Mail.MOST_BYTES) {
                throw new Refusal(HttpStatus.CONTENT_TOO_LARGE, "The mail is larger than the 32 MiB that are taken");
            }
            share.grow(chunk.length);
            chunks.add(chunk);
        }
        return joined(chunks, size);
    }

    /** Reads on to the end of the data, so that the answer is read as the answer to it; gives up on an endless one. */
    static boolean swallow(InputStream in) throws IOException {
        byte[] chunk = new byte[CHUNK];
        long swallowed = 0;
        for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
            swallowed += read;
            if (swallowed > MOST_SWALLOWED) {
                return false;
            }
        }
        return true;
    }

    private static byte[] joined(List<byte[]> chunks, int size) {
        byte[] all = new byte[size];
        int at = 0;
        for (byte[] chunk : chunks) {
            System.arraycopy(chunk, 0, all, at, chunk.length);
            at += chunk.length;
        }
        return all;
    }
}
