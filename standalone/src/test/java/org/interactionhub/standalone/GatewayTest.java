package org.interactionhub.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMapping;

/** The gateway's table, held against every path that the code answers. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class GatewayTest {

    private static final Map<String, String> SERVICES = Map.of("channels", "channel-adapters", "commands",
            "command-service", "queries", "query-service");

    /** A path that a service answers. */
    private record Answer(String service, String method, String path) {}

    @Test
    void every_request_reaches_the_service_that_answers_it() throws IOException {
        Gateway gateway = new Gateway();
        List<Answer> answers = answers();

        assertThat(answers).extracting(Answer::service).containsAll(SERVICES.values());
        assertThat(answers).allSatisfy(answer -> assertThat(gateway.serviceFor(answer.method(), answer.path()))
                .as("%s %s", answer.method(), answer.path()).isEqualTo(answer.service()));
    }

    private static List<Answer> answers() {
        return SERVICES.entrySet().stream().flatMap(service -> new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.interactionhub." + service.getKey()).stream()
                .flatMap(type -> type.getMethods().stream())
                .flatMap(method -> answersOf(service.getValue(), method))).toList();
    }

    private static Stream<Answer> answersOf(String service, JavaMethod method) {
        if (method.getAnnotations().isEmpty()) {
            return Stream.empty();
        }
        RequestMapping mapping = AnnotatedElementUtils.findMergedAnnotation(method.reflect(), RequestMapping.class);
        return mapping == null
                ? Stream.empty()
                : Arrays.stream(mapping.method()).flatMap(verb -> Arrays.stream(mapping.path())
                        .map(path -> new Answer(service, verb.name(), path)));
    }
}
