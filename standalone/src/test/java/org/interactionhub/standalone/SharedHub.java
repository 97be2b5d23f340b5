package org.interactionhub.standalone;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.interactionhub.standalone.datadir.DataDirectory;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/** One hub for all tests that break nothing in it, with something from every channel in it; it ends with this JVM. */
final class SharedHub {

    private static final String MAIL = """
            From: Anna Petrova <anna@shared.example>
            To: info@romashka.example
            Subject: The plan of the site
            Message-ID: <plan-1@shared.example>
            Date: Mon, 16 Nov 2026 10:00:00 +0300

            The plan is attached.
            """.replace("\n", "\r\n");

    private static @Nullable SharedHub shared;

    private final Settings settings;
    private final Path data;
    private final Outside outside;
    private String receipt = "";

    private SharedHub(Settings settings, Path data) {
        this.settings = settings;
        this.data = data;
        outside = new Outside(settings.address(), settings.address(), settings.smtp().number());
    }

    static synchronized SharedHub get() throws Exception {
        SharedHub running = shared;
        if (running == null) {
            running = start();
            shared = running;
        }
        return running;
    }

    private static SharedHub start() throws Exception {
        Path data = Files.createTempDirectory("hub-shared");
        Settings settings = Settings
                .from(Map.of("HUB_HTTP_PORT", "0", "HUB_SMTP_PORT", "0", "HUB_DATA", data.toString()));
        RunningHub hub = new RunningHub(new DataDirectory(data), settings, () -> {
        });
        hub.start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(hub, data)));
        SharedHub started = new SharedHub(settings, data);
        started.hearsFromEveryChannel();
        return started;
    }

    String address() {
        return settings.address();
    }

    int smtpPort() {
        return settings.smtp().number();
    }

    Path data() {
        return data;
    }

    Outside outside() {
        return outside;
    }

    /** Of the form that was posted. */
    String receipt() {
        return receipt;
    }

    private void hearsFromEveryChannel() throws Exception {
        outside.posts("/intake/emails?to=info@romashka.example", "message/rfc822", MAIL);
        outside.mails("anna@shared.example", "info@romashka.example", MAIL.replace("plan-1", "plan-2"));
        for (int times = 0; times < 2; times++) {
            receipt = outside.posts("/intake/forms/website", "application/x-www-form-urlencoded",
                    "email=anna@shared.example&phone=89031000001&message=Hello", "Idempotency-Key", "shared-1");
        }
        for (String step : List.of("\"newCall\"", "\"answer\",\"user\":\"Olga\"")) {
            outside.posts("/intake/calls/office", "application/json", "{\"event\":" + step
                    + ",\"callId\":\"shared-1\",\"direction\":\"in\",\"from\":\"8 903 100-00-01\",\"to\":\"101\"}");
        }
        outside.posts("/intake/calls/office", "application/json", "{\"event\":\"fax\",\"callId\":\"shared-2\"}");
        outside.posts("/intake/chats/site", "application/json", """
                {"conversation":"c-9","messageId":"m-1","text":"Is the price final?",
                 "from":{"id":"v-77","name":"Ivan","email":"ivan@shared.example"}}""");
        outside.posts("/intake/interactions", "application/json", report(), "ce-id",
                "00000000-0000-8c43-94a1-199f78bfa57f", "ce-type", "org.interactionhub.interaction.reported.v1",
                "ce-source", "/channels/web-form/x", "ce-specversion", "1.0");
    }

    private static String report() throws IOException {
        try (var in = SharedHub.class.getResourceAsStream("/samples/interaction-report.v1.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void close(RunningHub hub, Path data) {
        try {
            hub.close();
            FileSystemUtils.deleteRecursively(data);
        } catch (IOException e) {
            throw new IllegalStateException("the shared hub did not stop in order", e);
        }
    }
}
