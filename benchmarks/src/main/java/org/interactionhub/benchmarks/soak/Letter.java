package org.interactionhub.benchmarks.soak;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A way to hand over mails by SMTP: the few commands it takes. */
record Letter(int port) {

    private static final int SILENCE_MILLIS = 10_000;

    /** @throws IOException unless the hub has said that it keeps it */
    void send(String sender, String recipient, byte[] message) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(SILENCE_MILLIS);
            BufferedReader in = new BufferedReader(
                    new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            OutputStream out = socket.getOutputStream();
            expect(in, "220");
            for (String line : List.of("EHLO soak.example", "MAIL FROM:<" + sender + ">",
                    "RCPT TO:<" + recipient + ">")) {
                say(out, line.getBytes(StandardCharsets.US_ASCII));
                expect(in, "250");
            }
            say(out, "DATA".getBytes(StandardCharsets.US_ASCII));
            expect(in, "354");
            out.write(message);
            say(out, ".".getBytes(StandardCharsets.US_ASCII));
            expect(in, "250");
        }
    }

    private static void say(OutputStream out, byte[] line) throws IOException {
        out.write(line);
        out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static void expect(BufferedReader in, String code) throws IOException {
        String line = in.readLine();
        while (line != null && line.startsWith(code + "-")) {
            line = in.readLine();
        }
        if (line == null || !line.startsWith(code)) {
            throw new IOException("The hub said " + line + " instead of " + code + ".");
        }
    }
}
