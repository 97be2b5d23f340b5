package org.interactionhub.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.interactionhub.standalone.ApiDocument.Operation;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The description of the API, held against the code and against what a running hub really answers. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OpenApiTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String PROBLEM = "application/problem+json";
    private static final String NOBODY = "019365a3-7c00-7b9e-a2c1-0f5a7d1e3c55";

    private static SharedHub hub;
    private static ApiDocument document;

    /** A request that is really made. */
    private record Question(String method, String path, String contentType, String body, int status) {

        String uri(Map<String, String> names) {
            String filled = path;
            for (Map.Entry<String, String> name : names.entrySet()) {
                filled = filled.replace("{" + name.getKey() + "}", name.getValue());
            }
            return filled;
        }
    }

    private record Answer(int status, String contentType, byte[] body) {}

    @BeforeAll
    static void ask() throws Exception {
        hub = SharedHub.get();
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(hub.outside()
                .timelineOf("anna@shared.example")).isNotEmpty());
        document = new ApiDocument(hub.outside().fetches("/v3/api-docs"));
    }

    @Test
    void every_path_of_the_code_is_described_and_no_other() {
        Set<String> answered = new TreeSet<>();
        Mappings.all().stream().filter(answer -> answer.path().matches("/(api|intake)/.*"))
                .forEach(answer -> answered.add(answer.method() + " " + answer.path()));

        assertThat(document.operations().stream().map(Operation::toString)).containsExactlyInAnyOrderElementsOf(
                answered);
    }

    @Test
    void every_operation_says_what_it_is_for_and_what_goes_in_and_out() {
        assertThat(document.operations()).allSatisfy(operation -> {
            JsonNode told = operation.told();
            assertThat(told.path("summary").asString("")).as(operation + ": summary").isNotBlank();
            assertThat(told.path("tags")).as(operation + ": tags").hasSize(1);
            assertThat(told.path("parameters").valueStream()).allSatisfy(parameter -> assertThat(
                    parameter.path("description").asString("")).as(operation + ": " + parameter.path("name"))
                    .isNotBlank());
            assertThat(told.path("responses").propertyNames()).as(operation + ": answers")
                    .contains("default").anyMatch(status -> status.startsWith("2"));
            assertThat(operation.answers()).allSatisfy(answer -> assertThat(answer.getValue().path("description")
                    .asString("")).as(operation + ": " + answer.getKey()).isNotBlank().isNotEqualTo("OK"));
        });
    }

    @Test
    void every_body_has_an_example_and_examples_obey_their_schemas() {
        assertThat(document.operations()).allSatisfy(operation -> {
            JsonNode bodies = operation.told().path("requestBody").path("content");
            assertThat(bodies.properties()).allSatisfy(body -> {
                assertThat(ApiDocument.examples(body.getValue())).as(operation + ": " + body.getKey()).isNotEmpty();
                assertObeys(operation, body.getValue());
            });
            operation.answers().forEach(answer -> answer.getValue().path("content")
                    .forEach(content -> assertObeys(operation, content)));
        });
    }

    @Test
    void every_operation_answers_as_it_is_described() throws Exception {
        Questions known = new Questions(hub);
        Set<String> asked = new TreeSet<>();
        for (Question question : questions(known)) {
            Operation operation = document.operation(question.method(), question.path());
            assertIsDescribed(operation, send(question, known.names(question.path())), question.status());
            asked.add(operation.toString());
        }

        assertThat(asked).as("operations that were really asked").containsExactlyInAnyOrderElementsOf(
                document.operations().stream().map(Operation::toString).toList());
    }

    @Test
    void what_is_not_there_is_not_found_as_it_is_described() throws Exception {
        for (Operation operation : document.operations()) {
            boolean opens = operation.path().endsWith("/stream"); // whoever is not known yet may be one day
            if (!opens && operation.path().matches("/api/.*\\{.*")) {
                assertIsDescribed(operation, send(new Question(operation.method(), nowhere(operation),
                        "application/json", someBody(operation), 404), Map.of()), 404);
            }
        }
    }

    @Test
    void what_is_no_json_is_refused_as_it_is_described() throws Exception {
        for (Operation operation : document.operations()) {
            boolean cloudEvents = operation.path().equals("/intake/interactions");
            if (!cloudEvents && operation.told().path("requestBody").path("content").has("application/json")) {
                assertIsDescribed(operation, send(new Question(operation.method(), nowhere(operation),
                        "application/json", "{broken", 400), Map.of()), 400);
            }
        }
    }

    @Test
    void what_travels_by_kafka_is_described_beside_it() throws Exception {
        String topic = new String(hub.outside().fetches("/contracts/asyncapi.yaml"), StandardCharsets.UTF_8);

        assertThat(topic).contains("asyncapi: 3.0.0", "$ref: ../schemas/interaction-report.v1.schema.json");
        assertThat(hub.outside().asks("/schemas/interaction-report.v1.schema.json").path("title").asString())
                .isEqualTo("InteractionReport, version 1");
    }

    private static String nowhere(Operation operation) {
        return operation.path().replaceAll("\\{[a-zA-Z]+}", NOBODY);
    }

    /** Every kind of body that an inlet takes, then what staff ask and say. */
    private static List<Question> questions(Questions known) throws Exception {
        List<Question> questions = new ArrayList<>();
        document.operations().stream().filter(operation -> operation.path().startsWith("/intake/"))
                .forEach(operation -> operation.told().path("requestBody").path("content").properties()
                        .forEach(body -> questions.add(
                                new Question("POST", operation.path(), body.getKey(), written(body), 202))));
        known.ofStaff().forEach(line -> questions
                .add(new Question(line.method(), line.path(), line.contentType(), line.body(), line.status())));
        return questions;
    }

    private static String written(Map.Entry<String, JsonNode> body) {
        JsonNode example = ApiDocument.examples(body.getValue()).getFirst();
        return switch (body.getKey()) {
            case "application/x-www-form-urlencoded" -> Questions.form(example);
            case "multipart/form-data" -> Questions.multipart(example);
            default -> example.isString() ? example.asString() : example.toString();
        };
    }

    private static String someBody(Operation operation) {
        JsonNode content = operation.told().path("requestBody").path("content").path("application/json");
        return content.isMissingNode() ? "" : ApiDocument.examples(content).getFirst().toString();
    }

    private static Answer send(Question question, Map<String, String> names) throws Exception {
        boolean multipart = question.contentType().startsWith("multipart");
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(hub.address() + question.uri(names)))
                .timeout(Duration.ofSeconds(20))
                .method(question.method(), HttpRequest.BodyPublishers.ofString(question.body()))
                .header("Content-Type", question.contentType() + (multipart ? "; boundary=x" : ""));
        if (question.path().equals("/intake/interactions") && question.contentType().equals("application/json")) {
            request.headers("ce-id", "00000000-0000-8c43-94a1-199f78bfa57f", "ce-type",
                    "org.interactionhub.interaction.reported.v1", "ce-source", "/channels/phone/crm",
                    "ce-specversion", "1.0");
        }
        HttpResponse<InputStream> answer = HTTP.send(request.build(),
                HttpResponse.BodyHandlers.ofInputStream());
        try (var in = answer.body()) {
            boolean endless = answer.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream");
            return new Answer(answer.statusCode(), answer.headers().firstValue("Content-Type").orElse(""),
                    endless ? in.readNBytes(1) : in.readAllBytes());
        }
    }

    private static void assertIsDescribed(Operation operation, Answer answer, int expected) {
        assertThat(answer.status()).as(operation + " " + body(answer)).isEqualTo(expected);
        JsonNode answers = operation.told().path("responses");
        String status = Integer.toString(answer.status());
        assertThat(answers.propertyNames()).as(operation.toString()).contains(status);
        String type = answer.contentType().split(";")[0];
        JsonNode contents = answers.path(status).path("content");
        JsonNode content = contents.has(type) ? contents.path(type) : contents.path("*/*");
        assertThat(content.isMissingNode()).as(operation + " " + status + " as " + type + " of "
                + contents.propertyNames()).isFalse();
        if (type.equals("application/json") || type.equals(PROBLEM)) {
            assertThat(document.violations(content.path("schema"), JSON.readTree(answer.body())))
                    .as(operation + " " + body(answer)).isEmpty();
        }
    }

    private static void assertObeys(Operation operation, JsonNode content) {
        assertThat(ApiDocument.examples(content)).allSatisfy(example -> assertThat(document
                .violations(content.path("schema"), example)).as(operation + " " + example).isEmpty());
    }

    private static String body(Answer answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }
}
