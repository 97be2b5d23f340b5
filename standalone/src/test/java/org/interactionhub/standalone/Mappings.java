package org.interactionhub.standalone;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMapping;

/** Every path that the code of the services answers. */
final class Mappings {

    private static final Map<String, String> SERVICES = Map.of("channels", "channel-adapters", "commands",
            "command-service", "queries", "query-service");

    private Mappings() {}

    /** A path that a service answers. */
    record Answer(String service, String method, String path) {}

    static List<Answer> all() {
        return SERVICES.entrySet().stream().flatMap(service -> new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.interactionhub." + service.getKey()).stream()
                .flatMap(type -> type.getMethods().stream())
                .flatMap(method -> answersOf(service.getValue(), method))).toList();
    }

    static List<String> services() {
        return List.copyOf(SERVICES.values());
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
