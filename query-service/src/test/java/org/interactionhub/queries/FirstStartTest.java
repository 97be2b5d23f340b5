package org.interactionhub.queries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.interactionhub.queries.Company.mail;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A page that was opened while the history was still being made for the first time. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FirstStartTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    private static Company company;
    private static HttpClient http;

    @BeforeAll
    static void start() {
        company = new Company();
        http = HttpClient.newHttpClient();
    }

    @AfterAll
    static void stop() {
        http.shutdownNow();
        company.close();
    }

    @Test
    void a_page_that_is_open_before_the_history_is_there_is_told_when_it_is() throws Exception {
        // Given
        String database = company.database().jdbcUrl();
        try (Connection other = DriverManager.getConnection(database, "hub_query", "");
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("CREATE SCHEMA history"); // whoever wants to make it waits
            try (ConfigurableApplicationContext service = new SpringApplicationBuilder(Alone.class)
                    .run("--server.port=0", "--hub.db.url=" + database, "--spring.main.banner-mode=off")) {
                List<String> told = listen(service.getEnvironment().getRequiredProperty("local.server.port"));
                company.mailFrom(mail("anna@acme.example"), Instant.parse("2026-11-24T12:00:00Z"), "Насос", "");

                // When
                other.rollback();

                // Then
                await().atMost(SOON).untilAsserted(() -> assertThat(told).contains("event:history"));
            }
        }
    }

    private static List<String> listen(String port) throws Exception {
        List<String> told = new CopyOnWriteArrayList<>();
        HttpResponse<Stream<String>> answer = http.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/now")).build(),
                HttpResponse.BodyHandlers.ofLines());
        var _ = CompletableFuture.runAsync(() -> answer.body().forEach(told::add),
                task -> Thread.ofVirtual().start(task));
        await().atMost(SOON).untilAsserted(() -> assertThat(told).isNotEmpty());
        return told;
    }
}
