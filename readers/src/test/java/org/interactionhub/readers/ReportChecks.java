package org.interactionhub.readers;

import static org.assertj.core.api.Assertions.assertThat;

import org.interactionhub.events.Channel;
import org.interactionhub.events.InteractionReport;
import org.interactionhub.events.Participant;
import tools.jackson.databind.json.JsonMapper;

/** What must hold for every report, whatever came in. */
final class ReportChecks {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ReportChecks() {}

    static void holds(InteractionReport report) {
        String json = JSON.writeValueAsString(report);
        assertThat(json).doesNotContain("\\u0000");
        assertThat(JSON.readTree(JSON.writeValueAsString(JSON.readValue(json, InteractionReport.class)))
                .equals(JSON.readTree(json))).isTrue();
        assertThat(report.text() == null ? "" : report.text()).hasSizeLessThanOrEqualTo(PlainText.LONGEST_TEXT);
        if (report.unreadable() == null && report.channel() != Channel.PHONE) {
            assertThat(hasASender(report) || isWrittenByNobody(report)).isTrue();
        }
    }

    private static boolean isWrittenByNobody(InteractionReport report) {
        return report.attributes().containsKey("mailKind");
    }

    private static boolean hasASender(InteractionReport report) {
        return report.participants().stream()
                .filter(participant -> participant.role() == Participant.Role.FROM)
                .anyMatch(participant -> participant.contactPoint().isPresent());
    }
}
