package org.interactionhub.channels.reports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.interactionhub.events.Channel;
import org.interactionhub.events.Direction;
import org.interactionhub.events.InteractionId;
import org.interactionhub.events.InteractionReport;
import org.interactionhub.events.ReaderVersion;
import org.interactionhub.events.ReportId;
import org.interactionhub.events.ReportedOriginal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReportRecordTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void reports_of_one_conversation_share_a_key_that_tells_nothing() {
        // When
        String key = ReportRecord.key(aReport("a", "bc", "one", Map.of()));

        // Then
        assertThat(key).isEqualTo(ReportRecord.key(aReport("a", "bc", "two", Map.of()))).matches("[0-9a-f]{32}");
        assertThat(ReportRecord.key(aReport("ab", "c", "three", Map.of()))).isNotEqualTo(key);
    }

    @Test
    void a_report_without_a_conversation_has_a_key_of_its_own() {
        // Given
        InteractionReport report = aReport("a", null, "x", Map.of());

        // Then
        assertThat(ReportRecord.key(report)).isEqualTo(report.reportId().toString());
    }

    @Test
    void an_account_may_be_any_text_and_still_stand_in_the_source() {
        // When
        var record = ReportRecord.of(aReport("Büro 1/?#%", null, "x", Map.of()));

        // Then
        assertThat(new String(record.headers().lastHeader("ce_source").value(), UTF_8))
                .isEqualTo("/channels/chat/B%C3%BCro%201/%3F%23%25");
    }

    @Test
    void half_a_character_becomes_a_whole_one() {
        // When
        var record = ReportRecord
                .of(aReport("a\uD800", null, "x\uDC00", Map.of("k\uD800", List.of("v\uDC00", Map.of("n", "\uD800")))));

        // Then
        InteractionReport kept = JSON.readValue(record.value(), InteractionReport.class);
        assertThat(kept.account()).isEqualTo("a\uFFFD");
        assertThat(kept.text()).isEqualTo("x\uFFFD");
        assertThat(kept.attributes()).containsEntry("k\uFFFD", List.of("v\uFFFD", Map.of("n", "\uFFFD")));
        assertThat(new String(record.headers().lastHeader("ce_source").value(), UTF_8))
                .isEqualTo("/channels/chat/a%EF%BF%BD");
    }

    @Test
    void a_conversation_without_end_does_not_travel_with_the_original() {
        // When
        byte[] value = ReportRecord.of(aReport("a", "c".repeat(5_000_000), "x", Map.of())).value();

        // Then
        assertThat(value.length).isLessThan(FittedReport.MOST_BYTES);
        assertThat(JSON.readValue(value, InteractionReport.class).conversation()).isNull();
    }

    @Test
    void a_report_too_large_for_a_record_loses_text_and_says_so() {
        // When
        byte[] value = ReportRecord.of(aReport("a", null, "ж".repeat(3_000_000), Map.of())).value();

        // Then
        InteractionReport cut = JSON.readValue(value, InteractionReport.class);
        assertThat(value.length).isLessThan(FittedReport.MOST_BYTES);
        assertThat(cut.text()).hasSize(200_000);
        assertThat(cut.attributes()).containsEntry("textCut", true);
        assertThat(cut.original().inline()).isPresent();
    }

    @Test
    void a_report_that_is_too_large_elsewhere_keeps_its_original_alone() {
        // When
        byte[] value = ReportRecord.of(aReport("a", null, "x", Map.of("blob", "x".repeat(5_000_000)))).value();

        // Then
        InteractionReport cut = JSON.readValue(value, InteractionReport.class);
        assertThat(cut.unreadable()).isNotNull();
        assertThat(cut.original().inline()).isPresent();
    }

    private static InteractionReport aReport(String account, @Nullable String conversation, String text,
            Map<String, Object> attributes) {
        return new InteractionReport(ReportId.of(Channel.CHAT, account, text, null),
                InteractionId.of(Channel.CHAT, account, text, null), InteractionReport.Kind.RECORDED, Channel.CHAT,
                account, Direction.INBOUND, Instant.parse("2026-11-24T09:00:00Z"), conversation, List.of(), List.of(),
                null, text, null, List.of(), attributes, new ReaderVersion("test", 1),
                ReportedOriginal.of("text/plain", "raw".getBytes(UTF_8)), null);
    }
}
