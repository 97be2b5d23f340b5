package org.interactionhub.standalone;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The world outside: what people, gateways and exchanges send to the hub, and what staff ask it. */
final class Outside {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String intake;
    private final String asked;
    private final int smtp;

    /** @param intake where the inlets answer, {@code asked} where questions are answered: the same for a whole hub */
    Outside(String intake, String asked, int smtp) {
        this.intake = intake;
        this.asked = asked;
        this.smtp = smtp;
    }

    /** The receipt of what was posted. */
    String posts(String path, String contentType, String body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(intake + path))
                .header("Content-Type", contentType)
                .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8));
        if (headers.length > 0) {
            request.headers(headers);
        }
        HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 202) {
            throw new AssertionError(path + " said " + answer.statusCode() + ": " + answer.body());
        }
        return JSON.readTree(answer.body()).path("receiptId").asString();
    }

    /** What is answered to something that staff say. */
    JsonNode says(String path, String body) throws IOException, InterruptedException {
        return says(path, "application/json", body);
    }

    /** What is answered to something of another kind that staff send. */
    JsonNode says(String path, String contentType, String body) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(HttpRequest.newBuilder(URI.create(intake + path))
                .header("Content-Type", contentType)
                .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8)).build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new AssertionError(path + " said " + answer.statusCode() + ": " + answer.body());
        }
        return JSON.readTree(answer.body());
    }

    /** Sends the message by SMTP, line ends and all as they are. */
    void mails(String sender, String recipient, String message) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", smtp)) {
            BufferedReader in = new BufferedReader(
                    new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            expect(in, "220");
            for (String line : List.of("EHLO outside.example", "MAIL FROM:<" + sender + ">",
                    "RCPT TO:<" + recipient + ">")) {
                say(socket.getOutputStream(), line + "\r\n");
                expect(in, "250");
            }
            say(socket.getOutputStream(), "DATA\r\n");
            expect(in, "354");
            say(socket.getOutputStream(), message + ".\r\n");
            expect(in, "250");
            say(socket.getOutputStream(), "QUIT\r\n");
        }
    }

    JsonNode asks(String path) throws IOException, InterruptedException {
        return JSON.readTree(fetches(path));
    }

    byte[] fetches(String path) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = http.send(HttpRequest.newBuilder(URI.create(asked + path)).build(),
                HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new AssertionError(path + " said " + answer.statusCode() + ": "
                    + new String(answer.body(), StandardCharsets.UTF_8));
        }
        return answer.body();
    }

    /** The ids of the clients who are found by a whole contact point. */
    List<String> clientsBy(String contactPoint) throws IOException, InterruptedException {
        List<String> ids = new ArrayList<>();
        asks("/api/clients?q=" + URLEncoder.encode(contactPoint, StandardCharsets.UTF_8)).path("items")
                .forEach(client -> ids.add(client.path("id").asString()));
        return ids;
    }

    /** What stands on the timeline of whoever is found by this contact point; empty if nobody is. */
    List<JsonNode> timelineOf(String contactPoint) throws IOException, InterruptedException {
        List<JsonNode> items = new ArrayList<>();
        for (String client : clientsBy(contactPoint)) {
            asks("/api/clients/" + client + "/timeline").path("items").forEach(items::add);
        }
        return items;
    }

    private static void say(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static void expect(BufferedReader in, String code) throws IOException {
        String line = in.readLine();
        while (line != null && line.startsWith(code + "-")) {
            line = in.readLine();
        }
        if (line == null || !line.startsWith(code)) {
            throw new AssertionError("the hub said " + line + " where " + code + " was expected");
        }
    }
}
