package org.interactionhub.door;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import org.springframework.http.HttpStatus;

/** Reads the raw body of a request without ever holding more of it than is allowed. */
public final class Body {

    private Body() {}

    /**
     * Must come before anything asks the request for a parameter: the servlet container reads the body for that itself.
     *
     * @param maxBytes the largest body that is taken
     * @return the body exactly as sent; empty if there is none
     * @throws Refusal 413 if the body is larger, before more than {@code maxBytes} of it were held; 408 if it stopped
     *             coming; 400 if the connection ended before its end
     */
    public static byte[] read(HttpServletRequest request, int maxBytes) {
        if (request.getContentLengthLong() > maxBytes) {
            throw tooLarge(maxBytes);
        }
        try {
            ServletInputStream in = request.getInputStream();
            byte[] bytes = in.readNBytes(maxBytes);
            if (bytes.length == maxBytes && in.read() != -1) {
                throw tooLarge(maxBytes);
            }
            return bytes;
        } catch (SocketTimeoutException e) {
            throw new Refusal(HttpStatus.REQUEST_TIMEOUT, "The body stopped coming before its end. Send it again.");
        } catch (EOFException e) {
            throw Refusal.badRequest("The body ended before the length that was announced for it. Send it again.");
        } catch (IOException e) {
            throw Refusal.badRequest("The body could not be read to its end. Send it again.");
        }
    }

    private static Refusal tooLarge(int maxBytes) {
        return new Refusal(HttpStatus.CONTENT_TOO_LARGE,
                "The body is larger than the " + inWords(maxBytes) + " that are taken here.");
    }

    private static String inWords(int bytes) {
        if (bytes % (1024 * 1024) == 0) {
            return bytes / (1024 * 1024) + " MiB";
        }
        return bytes % 1024 == 0 ? bytes / 1024 + " KiB" : bytes + " bytes";
    }
}
