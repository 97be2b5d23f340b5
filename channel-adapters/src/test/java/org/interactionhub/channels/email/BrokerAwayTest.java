package org.interactionhub.channels.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.interactionhub.channels.fixture.RunningBroker;
import org.interactionhub.channels.fixture.RunningInlets;
import org.interactionhub.channels.fixture.SmtpClient;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BrokerAwayTest {

    private int written;

    @Test
    void no_message_is_taken_while_the_broker_is_away_and_all_are_again_when_it_is_back() throws IOException {
        try (RunningBroker broker = RunningBroker.start(); RunningInlets inlets = RunningInlets.at(broker.address())) {
            // Given
            assertThat(push(inlets).statusCode()).isEqualTo(202);
            assertThat(health(inlets)).startsWith("Messages are taken");

            // When
            broker.stop();

            // Then
            Instant asked = Instant.now();
            assertIsAskedToComeAgain(push(inlets));
            assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(12));
            assertThat(send(inlets)).startsWith("451 4.3.0");
            assertThat(inlets.counted("email", "failed")).isEqualTo(2);
            assertThat(inlets.get("/actuator/health").statusCode()).isEqualTo(503);
            assertThat(inlets.get("/actuator/health/readiness").statusCode()).isEqualTo(503);
            assertThat(inlets.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
            assertThat(health(inlets)).startsWith("No message is taken since ").contains(" UTC, senders are asked");
            asked = Instant.now();
            assertIsAskedToComeAgain(push(inlets));
            assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(3));

            // When
            broker.startAgain();

            // Then
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(push(inlets).statusCode()).isEqualTo(202));
            assertThat(send(inlets)).startsWith("250");
            assertThat(inlets.get("/actuator/health").statusCode()).isEqualTo(200);
            assertThat(inlets.counted("email", "accepted")).isEqualTo(3);
        }
    }

    @Test
    void the_inlets_start_without_a_broker_and_open_when_it_comes() throws IOException {
        try (RunningBroker broker = RunningBroker.start()) {
            broker.stop();
            try (RunningInlets inlets = RunningInlets.at(broker.address())) {
                // Given
                assertIsAskedToComeAgain(push(inlets));
                assertThat(send(inlets)).startsWith("451");

                // When
                broker.startAgain();

                // Then
                await().atMost(Duration.ofSeconds(60))
                        .untilAsserted(() -> assertThat(push(inlets).statusCode()).isEqualTo(202));
                assertThat(send(inlets)).startsWith("250");
            }
        }
    }

    private static void assertIsAskedToComeAgain(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
        assertThat(RunningInlets.json(answer).path("detail").asString()).contains("Kafka");
    }

    private static String health(RunningInlets inlets) {
        return RunningInlets.json(inlets.get("/actuator/health/inlets")).at("/details/sentence").asString();
    }

    private HttpResponse<String> push(RunningInlets inlets) {
        return inlets.post("/intake/emails?to=sales@acme.example", "message/rfc822", nextMail());
    }

    private String send(RunningInlets inlets) throws IOException {
        try (SmtpClient client = new SmtpClient(inlets.inside(SmtpInlet.class).port())) {
            return client.mail("anna@client.example", nextMail(), "sales@acme.example");
        }
    }

    private byte[] nextMail() {
        return MailInletTest.aMail("Number " + written++, "hello\r\n");
    }
}
