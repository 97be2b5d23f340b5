package org.interactionhub.channels.email;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import org.interactionhub.channels.fixture.Reports;
import org.interactionhub.channels.fixture.RunningBroker;
import org.interactionhub.channels.fixture.RunningInlets;
import org.interactionhub.channels.fixture.SmtpClient;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StoppingTest {

    @Test
    void a_mail_that_is_coming_in_is_kept_and_no_new_one_begins() throws IOException {
        try (RunningBroker broker = RunningBroker.start()) {
            // Given
            RunningInlets inlets = RunningInlets.at(broker.address());
            Reports reports = inlets.reports();
            int port = inlets.inside(SmtpInlet.class).port();
            byte[] mail = MailInletTest.aMail("Last one", "hello\r\n");
            try (SmtpClient late = new SmtpClient(port); SmtpClient client = new SmtpClient(port)) {
                client.say("EHLO tests.example");
                client.say("MAIL FROM:<a@b.example>");
                client.say("RCPT TO:<sales@acme.example>");
                client.say("DATA");
                client.send(Arrays.copyOf(mail, 20));

                // When
                CompletableFuture<Void> stopped = CompletableFuture.runAsync(inlets::close);

                // Then
                late.say("EHLO tests.example");
                await().untilAsserted(() -> assertThat(beginning(late)).startsWith("421"));
                client.send(Arrays.copyOfRange(mail, 20, mail.length));
                client.send(".\r\n".getBytes(US_ASCII));
                String answer = client.answer();
                assertThat(answer).startsWith("250");
                assertThat(reports.report(answer.substring("250 2.0.0 Kept as ".length())).original().inline())
                        .hasValue(mail);
                stopped.join();
            }
        }
    }

    private static String beginning(SmtpClient client) throws IOException {
        String answer = client.say("MAIL FROM:<a@b.example>");
        if (answer.startsWith("250")) {
            client.say("RSET");
        }
        return answer;
    }
}
