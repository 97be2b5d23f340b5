package org.interactionhub.events;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReportContractTest {

    private static final String SCHEMA = "interaction-report.v1.schema.json";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @ParameterizedTest
    @ValueSource(strings = {"/samples/interaction-report.v1.json", "/samples/interaction-report.v1.unreadable.json"})
    void a_report_reads_its_sample_writes_it_unchanged_and_obeys_the_schema(String sample) {
        String approved = Resource.read(sample);

        InteractionReport report = JSON.readValue(approved, InteractionReport.class);

        assertThat(JSON.readTree(JSON.writeValueAsBytes(report))).isEqualTo(JSON.readTree(approved));
        assertThat(Contract.violations(SCHEMA, approved)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"reportId,'\"no uuid\"'", "channel,'\"pigeon\"'", "occurredAt,'\"yesterday\"'", "account,'\"\"'",
            "kind,'\"guessed\"'", "participants,'{}'", "stated,'[{\"type\":\"phone\",\"value\":\"8 903 123-45-67\"}]'"})
    void the_schema_refuses(String property, String value) {
        ObjectNode report = (ObjectNode) JSON.readTree(Resource.read("/samples/interaction-report.v1.json"));

        report.set(property, JSON.readTree(value));

        assertThat(Contract.violations(SCHEMA, report.toString())).isNotEmpty();
    }

    @Test
    void a_property_of_a_later_minor_version_is_ignored() {
        ObjectNode report = (ObjectNode) JSON.readTree(Resource.read("/samples/interaction-report.v1.json"));
        report.put("mood", "cheerful");

        InteractionReport read = JSON.readValue(report.toString(), InteractionReport.class);

        assertThat(read.account()).isEqualTo("сайт");
        assertThat(Contract.violations(SCHEMA, report.toString())).isEmpty();
    }

    @Test
    void what_was_heard_is_the_report_without_the_bytes_of_its_original() {
        InteractionReport report = JSON.readValue(Resource.read("/samples/interaction-report.v1.json"),
                InteractionReport.class);

        Heard heard = Heard.of(report);

        assertThat(heard.original()).isEqualTo(report.original().ref());
        assertThat(heard.stated()).isEqualTo(report.stated());
        assertThat(JSON.writeValueAsString(heard)).doesNotContain("bytes");
    }

    @Test
    void an_original_travels_inside_up_to_its_limit_and_beside_above_it() {
        ReportedOriginal atLimit = ReportedOriginal.of("message/rfc822", new byte[ReportedOriginal.MAX_INLINE]);
        ReportedOriginal above = ReportedOriginal.of("message/rfc822", new byte[ReportedOriginal.MAX_INLINE + 1]);

        assertThat(atLimit.inline()).hasValueSatisfying(bytes -> assertThat(bytes).hasSize(262_144));
        assertThat(above.inline()).isEmpty();
        assertThat(above.size()).isEqualTo(262_145);
    }
}
