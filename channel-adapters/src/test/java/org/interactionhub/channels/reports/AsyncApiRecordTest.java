package org.interactionhub.channels.reports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.interactionhub.channels.fixture.Reports;
import org.interactionhub.channels.fixture.RunningInlets;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What the inlets really write, held against the public description of it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AsyncApiRecordTest {

    private static final JsonNode MESSAGE = document().at("/components/messages/interactionReported");

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "/intake/forms/Büro 1|application/x-www-form-urlencoded|email=anna@async.example&message=Hello",
            "/intake/chats/site|application/json|{\"conversation\":\"c-1\",\"messageId\":\"m-1\",\"text\":\"Hi\",\"from\":{\"id\":\"v-1\"}}",
            "/intake/calls/office|application/json|{\"event\":\"fax\",\"callId\":\"f-1\"}"})
    void a_record_has_exactly_the_headers_and_the_key_that_are_promised(String path, String type, String body) {
        RunningInlets inlets = RunningInlets.shared();

        String receipt = RunningInlets.receiptId(inlets.post(path.replace(" ", "%20").replace("ü", "%C3%BC"), type,
                body.getBytes(UTF_8)));

        ConsumerRecord<String, byte[]> record = inlets.reports().records(receipt).getFirst();
        JsonNode headers = headers(record);
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(MESSAGE.at("/headers"))
                .validate(headers)).isEmpty();
        assertThat(headers.propertyNames())
                .containsExactlyInAnyOrderElementsOf(MESSAGE.at("/headers/properties").propertyNames());
        assertThat(record.key()).matches(MESSAGE.at("/bindings/kafka/key/pattern").asString());
        assertThat(inlets.reports().report(receipt).reportId()).hasToString(receipt);
    }

    private static JsonNode headers(ConsumerRecord<String, byte[]> record) {
        ObjectNode headers = JsonMapper.builder().build().createObjectNode();
        StreamSupport.stream(record.headers().spliterator(), false)
                .forEach(header -> headers.put(header.key(), Reports.header(record, header.key())));
        return headers;
    }

    private static JsonNode document() {
        try (var file = AsyncApiRecordTest.class.getResourceAsStream("/contracts/asyncapi.yaml")) {
            return YAMLMapper.builder().build().readTree(new String(file.readAllBytes(), UTF_8));
        } catch (IOException e) {
            throw new AssertionError("the description cannot be read", e);
        }
    }
}
