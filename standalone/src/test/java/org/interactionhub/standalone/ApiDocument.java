package org.interactionhub.standalone;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code /v3/api-docs} of a running hub; strict: what no schema names may not be there. */
final class ApiDocument {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");
    private static final SchemaRegistry SCHEMAS = SchemaRegistry
            .withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private final JsonNode document;
    private final JsonNode schemas;

    ApiDocument(byte[] json) {
        document = JSON.readTree(json);
        ObjectNode strict = (ObjectNode) document.at("/components/schemas").deepCopy();
        strict.valueStream().filter(schema -> schema.has("properties") && !schema.has("additionalProperties"))
                .forEach(schema -> ((ObjectNode) schema).put("additionalProperties", false));
        schemas = strict;
    }

    /** One method of one path. */
    record Operation(String method, String path, JsonNode told) {

        @Override
        public String toString() {
            return method + " " + path;
        }

        Stream<Map.Entry<String, JsonNode>> answers() {
            return told.path("responses").properties().stream();
        }
    }

    List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        document.path("paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(entry -> METHODS.contains(entry.getKey()))
                .forEach(entry -> operations.add(new Operation(entry.getKey().toUpperCase(java.util.Locale.ROOT),
                        path.getKey(), entry.getValue()))));
        return operations;
    }

    Operation operation(String method, String path) {
        return operations().stream().filter(each -> each.method().equals(method) && each.path().equals(path))
                .findFirst().orElseThrow(() -> new AssertionError(method + " " + path + " is not described"));
    }

    /** What in a body breaks the schema of a part of this document; empty if nothing does. */
    List<String> violations(JsonNode schema, JsonNode body) {
        ObjectNode whole = JSON.createObjectNode();
        whole.set("schema", schema);
        whole.putObject("components").set("schemas", schemas);
        whole.put("$ref", "#/schema");
        Schema checked = SCHEMAS.getSchema(whole);
        return checked.validate(body).stream().map(error -> error.getInstanceLocation() + " " + error.getMessage())
                .toList();
    }

    /** The written examples of a content: one, or several by name. */
    static List<JsonNode> examples(JsonNode content) {
        return content.has("examples")
                ? content.path("examples").valueStream().map(each -> each.path("value")).toList()
                : content.has("example") ? List.of(content.path("example")) : List.of();
    }
}
