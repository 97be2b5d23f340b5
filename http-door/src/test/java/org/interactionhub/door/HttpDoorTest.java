package org.interactionhub.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(classes = AtTheDoor.class, webEnvironment = WebEnvironment.RANDOM_PORT, properties = "hub.allowed-hosts=crm.acme.example, other.example")
@ExtendWith(OutputCaptureExtension.class)
class HttpDoorTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @LocalServerPort
    int port;

    @Test
    void every_answer_carries_the_safe_headers() {
        // When
        var answer = get("/hello");

        // Then
        assertThat(answer.body()).isEqualTo("hello");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(answer.headers().firstValue("Referrer-Policy")).hasValue("same-origin");
        assertThat(answer.headers().firstValue("Content-Security-Policy")).hasValue("frame-ancestors 'self'");
    }

    @Test
    void a_handler_may_set_its_own_policy() {
        assertThat(get("/framed").headers().allValues("Content-Security-Policy")).containsExactly("sandbox");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST:8080", "127.0.0.1:1", "[::1]:8080", "crm.acme.example",
            "other.example:443"})
    void our_own_names_are_answered(String host) throws IOException {
        assertThat(rawStatus("GET /hello HTTP/1.1", "Host: " + host)).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "localhost.evil.example", "acme.example", "10.0.0.1"})
    void a_foreign_name_is_misdirected(String host) throws IOException {
        assertThat(rawStatus("GET /hello HTTP/1.1", "Host: " + host)).isEqualTo(421);
    }

    @Test
    void a_program_may_write_and_so_may_our_own_page() {
        assertThat(post("/write").statusCode()).isEqualTo(200);
        assertThat(post("/write", "Origin", "http://localhost:" + port).statusCode()).isEqualTo(200);
        assertThat(post("/write", "Origin", "https://crm.acme.example").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "null", "http://localhost.evil.example", "file://", "::"})
    void a_page_of_another_site_may_not_write(String origin) {
        // When
        var answer = post("/write", "Origin", origin);

        // Then
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(problem(answer).path("detail").asString()).contains("HUB_ALLOWED_HOSTS");
    }

    @Test
    void a_cross_site_write_without_origin_is_refused_too() {
        assertThat(post("/write", "Sec-Fetch-Site", "cross-site").statusCode()).isEqualTo(403);
        assertThat(post("/write", "Sec-Fetch-Site", "same-origin").statusCode()).isEqualTo(200);
    }

    @Test
    void a_path_that_is_open_to_other_sites_takes_their_writes() {
        assertThat(post("/forms/contact", "Origin", "https://evil.example").statusCode()).isEqualTo(200);
        assertThat(post("/forms/../write", "Origin", "https://evil.example").statusCode()).isNotEqualTo(200);
        assertThat(post("/forms/..;/write", "Origin", "https://evil.example").statusCode()).isNotEqualTo(200);
    }

    @Test
    void a_refusal_is_a_problem_with_its_sentence_and_the_time_to_wait() {
        // When
        var answer = get("/busy");

        // Then
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("7");
        assertThat(problem(answer).path("detail").asString()).isEqualTo("The kitchen is closed. Come back in a while.");
    }

    @Test
    void a_defect_shows_only_an_id_that_also_stands_in_the_log(CapturedOutput log) {
        // When
        var answer = get("/defect");

        // Then
        String id = problem(answer).path("id").asString();
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).contains(id).doesNotContain("secret");
        assertThat(log).contains(id).contains("secret inner words");
    }

    @Test
    void what_spring_refuses_is_said_in_words() {
        assertThat(detail(get("/nowhere"))).isEqualTo("There is nothing at /nowhere.");
        assertThat(detail(get("/write"))).isEqualTo("GET is not possible here; possible are [POST].");
        assertThat(detail(get("/list?limit=many")))
                .isEqualTo("The value of 'limit' cannot be used: a number is asked for.");
        assertThat(detail(get("/list"))).contains("limit");
        assertThat(detail(post("/meals"))).contains("content type");
        assertThat(detail(postJson("{\"dish\":\n  oops}"))).contains("line 2");
        assertThat(postJson("{\"dish\":\"soup\",\"portion\":\"HUGE\"}").statusCode()).isEqualTo(400);
    }

    @Test
    void a_browser_gets_the_error_page_and_a_program_the_problem() {
        // When
        var page = get("/busy", "Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8");
        var program = get("/busy", "Accept", "application/json, text/html;q=0.1");

        // Then
        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(page.headers().firstValue("Retry-After")).hasValue("7");
        assertThat(problem(program).path("status").asInt()).isEqualTo(503);
    }

    @Test
    void a_body_is_read_up_to_its_limit() {
        assertThat(upload(BodyPublishers.ofByteArray(new byte[2048])).body()).isEqualTo("2048");
        assertThat(upload(BodyPublishers.noBody()).body()).isEqualTo("0");
        assertThat(detail(upload(BodyPublishers.ofByteArray(new byte[2049]))))
                .isEqualTo("The body is larger than the 2 KiB that are taken here.");
    }

    @Test
    void a_body_of_unknown_length_is_counted_while_it_is_read() {
        // When
        var answer = upload(BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(new byte[5000])));

        // Then
        assertThat(answer.statusCode()).isEqualTo(413);
    }

    private static String detail(HttpResponse<String> answer) {
        return problem(answer).path("detail").asString();
    }

    private static JsonNode problem(HttpResponse<String> answer) {
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        return JSON.readTree(answer.body());
    }

    private HttpResponse<String> get(String path, String... headers) {
        return answer(to(path, headers).GET());
    }

    private HttpResponse<String> post(String path, String... headers) {
        return answer(to(path, headers).POST(BodyPublishers.ofString("x")));
    }

    private HttpResponse<String> postJson(String body) {
        return answer(to("/meals", "Content-Type", "application/json").POST(BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> upload(HttpRequest.BodyPublisher body) {
        return answer(to("/upload").POST(body));
    }

    private HttpRequest.Builder to(String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        return headers.length == 0 ? request : request.headers(headers);
    }

    private static HttpResponse<String> answer(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError("no answer", e);
        }
    }

    /** Speaks HTTP by hand, since a client does not let its Host header be chosen. */
    private int rawStatus(String... lines) throws IOException {
        try (Socket socket = new Socket("localhost", port)) {
            String request = String.join("\r\n", lines) + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return Integer.parseInt(answer.split(" ")[1]);
        }
    }
}
