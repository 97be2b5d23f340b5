package org.interactionhub.channels.inlet;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.interactionhub.channels.fixture.RunningInlets;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ManyLargeMailsTest {

    private static final int MAILS = 24;

    private final RunningInlets inlets = RunningInlets.shared();

    @Test
    void more_large_mails_than_there_is_memory_for_are_taken_one_after_the_other_or_asked_to_come_again()
            throws InterruptedException, ExecutionException {
        // Given
        byte[] mail = Arrays.copyOf("From: a@b.example\r\nSubject: large\r\n\r\n".getBytes(US_ASCII), 30 * 1024 * 1024);

        // When
        List<HttpResponse<String>> answers = atOnce(mail);

        // Then
        assertThat(answers).extracting(HttpResponse::statusCode).isSubsetOf(202, 503).contains(202);
        assertThat(answers).filteredOn(answer -> answer.statusCode() == 503)
                .allSatisfy(answer -> assertThat(answer.headers().firstValue("Retry-After")).isPresent());
        assertThat(inlets.get("/actuator/health").statusCode()).isEqualTo(200);
    }

    private List<HttpResponse<String>> atOnce(byte[] mail) throws InterruptedException, ExecutionException {
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<HttpResponse<String>>> answers = IntStream.range(0, MAILS)
                    .mapToObj(number -> senders.submit(
                            () -> inlets.post("/intake/emails?to=box" + number + "@acme.example", "message/rfc822",
                                    mail)))
                    .toList();
            for (Future<HttpResponse<String>> answer : answers) {
                answer.get();
            }
            return answers.stream().map(Future::resultNow).toList();
        }
    }
}
