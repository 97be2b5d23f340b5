package org.interactionhub.benchmarks.soak;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.interactionhub.benchmarks.crowd.Crowd;
import org.interactionhub.benchmarks.frame.SeparateHub;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes through every inlet and tells as staff do, at a steady pace. What an inlet did not say yes to is sent again, the
 * same bytes, until it does; what staff tell is told once, since nobody knows whether an answer that was lost was a yes.
 */
final class Traffic implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int PEOPLE = 400;
    private static final long PACE_MILLIS = 250;
    private static final long AGAIN_MILLIS = 300;
    private static final long PATIENCE_MILLIS = 120_000;
    private static final int BUSY = 500;

    private final SeparateHub hub;
    private final Book book;
    private final Crowd crowd = new Crowd(Clock.systemUTC().instant());
    private final List<Thread> senders = new ArrayList<>();
    private volatile boolean ending;

    Traffic(SeparateHub hub, Book book) {
        this.hub = hub;
        this.book = book;
    }

    /** Sends the message of this number once. */
    private interface Inlet {
        /** @return false if the hub was not there or said: not now */
        boolean send(int number) throws IOException, InterruptedException;
    }

    void start() {
        begin("mail", number -> post("/intake/emails?to=info@soak.example", "message/rfc822", mail("mail", number)));
        begin("form", number -> post("/intake/forms/website", "application/x-www-form-urlencoded",
                bytes("email=" + person(number) + "&message=form-" + number), "Idempotency-Key", "form-" + number));
        begin("call", number -> post("/intake/calls/office", "application/json", bytes("""
                {"event":"newCall","callId":"call-%d","direction":"in","from":"+7903%07d","to":"+74951234567"}"""
                .formatted(number, 1_000_000 + number % PEOPLE))));
        begin("chat", number -> post("/intake/chats/site", "application/json", bytes("""
                {"conversation":"c-%d","messageId":"m-%d","text":"chat-%d","from":{"id":"v-%d","name":"Ivan"}}"""
                .formatted(number % PEOPLE, number, number, number % PEOPLE))));
        begin("system", number -> post("/intake/interactions", "application/cloudevents-batch+json",
                crowd.batch(number, 1)));
        begin("smtp", this::bySmtp);
        begin("staff", this::asStaff);
    }

    /** Lets everybody finish what is under way. */
    @Override
    public void close() throws InterruptedException {
        ending = true;
        for (Thread sender : senders) {
            sender.join(PATIENCE_MILLIS);
        }
    }

    private void begin(String name, Inlet inlet) {
        senders.add(Thread.ofVirtual().name("soak-" + name).start(() -> {
            try {
                for (int number = 0; !ending; number++) {
                    untilYes(name, inlet, number);
                    TimeUnit.MILLISECONDS.sleep(PACE_MILLIS);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }));
    }

    private void untilYes(String name, Inlet inlet, int number) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
        while (!said(inlet, number)) {
            if (System.nanoTime() > end) {
                book.fault("For %d s nobody said yes to %s %d.".formatted(PATIENCE_MILLIS / 1000, name, number));
                return;
            }
            TimeUnit.MILLISECONDS.sleep(AGAIN_MILLIS);
        }
    }

    private static boolean said(Inlet inlet, int number) throws InterruptedException {
        try {
            return inlet.send(number);
        } catch (IOException nobodyThere) {
            return false;
        }
    }

    private boolean post(String path, String type, byte[] body, String... headers)
            throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = hub.send(path, request -> request.header("Content-Type", type)
                .POST(BodyPublishers.ofByteArray(body)), headers);
        if (answer.statusCode() >= BUSY) {
            return false;
        }
        JsonNode receipt = JSON.readTree(answer.body()).findValue("receiptId");
        if (answer.statusCode() == 202 && receipt != null) {
            book.receipt(UUID.fromString(receipt.asString()));
        } else {
            book.fault(path + " answers " + answer.statusCode() + ".");
        }
        return true;
    }

    private boolean bySmtp(int number) throws IOException {
        new Letter(hub.smtp()).send(person(number), "info@soak.example", mail("smtp", number));
        book.mail("smtp-" + number);
        return true;
    }

    private boolean asStaff(int number) throws InterruptedException {
        String name = "staff-" + number;
        try {
            HttpResponse<byte[]> answer = hub.send("/api/clients", request -> request
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString("{\"kind\":\"prospect\",\"name\":\"" + name + "\"}")));
            if (answer.statusCode() == 201) {
                book.told(JSON.readTree(answer.body()).path("position").asLong(), name);
            }
        } catch (IOException unknown) {
            return true; // it may be told or not
        }
        return true;
    }

    private static byte[] mail(String name, int number) {
        return bytes(
                "From: %s\r\nTo: info@soak.example\r\nSubject: %s-%d\r\nMessage-ID: <%s-%d@soak.example>\r\n\r\nHello\r\n"
                        .formatted(person(number), name, number, name, number));
    }

    private static String person(int number) {
        return "person" + number % PEOPLE + "@soak.example";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
