package org.interactionhub.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.net.URI;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The public description of what travels by Kafka, held against AsyncAPI itself and against the report's own schema. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AsyncApiTest {

    private static final String FILE = "/contracts/asyncapi.yaml";
    private static final JsonNode DOCUMENT = YAMLMapper.builder().build().readTree(Resource.read(FILE));
    private static final JsonNode FACT = DOCUMENT.at("/components/messages/factRecorded");
    private static final JsonNode MESSAGE = DOCUMENT.at("/components/messages/interactionReported");

    @Test
    void it_is_valid_by_the_official_schema() {
        Schema official = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                .getSchema(Resource.read("/asyncapi/3.0.0.schema.json"), InputFormat.JSON);

        assertThat(official.validate(DOCUMENT)).isEmpty();
    }

    @Test
    void it_names_topic_type_and_schema_as_the_code_has_them() {
        assertThat(DOCUMENT.at("/channels/interactionsReported/address").asString()).isEqualTo(InteractionReport.TOPIC);
        assertThat(MESSAGE.at("/headers/properties/ce_type/const").asString()).isEqualTo(InteractionReport.TYPE);
        String schema = URI.create(FILE).resolve(MESSAGE.at("/payload/schema/$ref").asString()).getPath();
        assertThat(Resource.read(schema)).contains("InteractionReport, version 1");
    }

    @ParameterizedTest
    @MethodSource
    void an_example_obeys_the_schemas_of_its_headers_and_its_payload(JsonNode example) {
        Schema headers = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                .getSchema(MESSAGE.at("/headers"));

        assertThat(headers.validate(example.path("headers"))).isEmpty();
        assertThat(Contract.violations("interaction-report.v1.schema.json", example.path("payload").toString()))
                .isEmpty();
        assertThat(example.at("/headers/ce_id")).isEqualTo(example.at("/payload/reportId"));
    }

    @Test
    void it_names_topic_type_and_schema_of_facts_as_the_code_has_them() {
        JsonNode example = FACT.at("/examples/0");
        String name = EventNames.of(InteractionEvent.DecisionTaken.class);

        assertThat(DOCUMENT.at("/channels/facts/address").asString()).isEqualTo(PublishedFact.TOPIC);
        assertThat(FACT.at("/headers/properties/ce_source/const").asString()).isEqualTo(PublishedFact.SOURCE);
        assertThat(example.at("/headers/ce_type").asString()).isEqualTo(PublishedFact.type(name));
        assertThat(example.at("/headers/ce_dataschema").asString()).isEqualTo(PublishedFact.schema(name));
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(FACT.at("/headers"))
                .validate(example.path("headers"))).isEmpty();
        assertThat(Contract.violations("events/decision-taken.1.schema.json", example.path("payload").toString()))
                .isEmpty();
        assertThat(EventNames.all()).allSatisfy(event -> assertThat(
                Resource.read(PublishedFact.schema(EventNames.of(event)))).isNotEmpty());
    }

    static Stream<JsonNode> an_example_obeys_the_schemas_of_its_headers_and_its_payload() {
        return MESSAGE.path("examples").valueStream();
    }
}
