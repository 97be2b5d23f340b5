package org.interactionhub.channels.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TopicSettingsTest {

    @Test
    void what_the_hub_creates_on_one_three_or_more_brokers_is_safe() {
        assertThat(TopicSettings.forBrokers(1).whyUnsafe()).isEmpty();
        assertThat(TopicSettings.forBrokers(3).whyUnsafe()).isEmpty();
        assertThat(TopicSettings.forBrokers(5).replicas()).isEqualTo(3);
    }

    @Test
    void two_brokers_are_refused_in_words() {
        assertThat(TopicSettings.forBrokers(2).whyUnsafe().orElseThrow()).contains("two copies");
    }

    @ParameterizedTest
    @CsvSource({"1,flush.messages,9223372036854775807", "3,min.insync.replicas,1",
            "3,unclean.leader.election.enable,true", "1,cleanup.policy,compact", "1,retention.ms,604800000",
            "3,retention.bytes,1000", "1,max.message.bytes,1048588"})
    void a_setting_that_loses_records_is_named_with_its_cure(int brokers, String setting, String value) {
        // Given
        TopicSettings safe = TopicSettings.forBrokers(brokers);
        Map<String, String> changed = new HashMap<>(safe.settings());
        changed.put(setting, value);

        // When
        String sentence = new TopicSettings(safe.replicas(), changed).whyUnsafe().orElseThrow();

        // Then
        assertThat(sentence).contains("hub.interactions.reported").contains("Set " + setting + "=").endsWith(" on it.");
    }
}
