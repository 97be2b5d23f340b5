package org.interactionhub.channels;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.interactionhub.channels.fixture.RunningInlets;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ChannelAdaptersProcessTest {

    private final RunningInlets inlets = RunningInlets.shared();

    @Test
    void every_inlet_shows_its_counters_to_prometheus() {
        // When
        String metrics = inlets.get("/actuator/prometheus").body();

        // Then
        for (String channel : new String[]{"email", "web-form", "phone", "chat", "open"}) {
            for (String outcome : new String[]{"received", "accepted", "unreadable", "refused", "failed"}) {
                assertThat(metrics)
                        .contains("hub_inlet_total{channel=\"" + channel + "\",outcome=\"" + outcome + "\"}");
            }
        }
    }

    @Test
    void received_is_always_the_sum_of_what_became_of_it() {
        // When
        inlets.post("/intake/chats/bot", "application/json", "{".getBytes(UTF_8));
        inlets.post("/intake/chats/bot", "application/json", "{\"poll\":1}".getBytes(UTF_8));

        // Then
        assertThat(inlets.counted("chat", "received"))
                .isEqualTo(inlets.counted("chat", "accepted") + inlets.counted("chat", "unreadable")
                        + inlets.counted("chat", "refused") + inlets.counted("chat", "failed"));
    }

    @Test
    void other_ways_to_ask_are_answered_in_words() {
        assertThat(inlets.get("/intake/emails").statusCode()).isEqualTo(405);
        assertThat(RunningInlets.json(inlets.get("/intake/nowhere")).path("detail").asString())
                .isEqualTo("There is nothing at /intake/nowhere.");
    }
}
