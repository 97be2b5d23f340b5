package org.interactionhub.door.description;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import org.jspecify.annotations.Nullable;

/** The answers of an operation: what is written of them, with the schemas that were read; every no is a problem. */
final class Answers {

    private static final String PROBLEM = "application/problem+json";

    private Answers() {}

    static void tell(Operation operation, ApiResponses written) {
        Content read = success(operation.getResponses());
        written.forEach((status, answer) -> {
            if (status.startsWith("2") && answer.getContent() == null) {
                answer.setContent(read);
            } else if (status.startsWith("2")) {
                keepSchemas(read, answer.getContent());
            } else if (answer.getContent() == null) {
                answer.setContent(problem());
            }
        });
        operation.setResponses(written);
    }

    /** Says what everybody knows: anything can go wrong. */
    static void addAnyProblem(Operation operation) {
        operation.getResponses().addApiResponse("default",
                new ApiResponse().description("No, and why: `detail` is a sentence for people.").content(problem()));
    }

    /** Where no schema is written, the one that was read stands. */
    static void keepSchemas(@Nullable Content read, @Nullable Content written) {
        if (read == null || written == null || read.isEmpty()) {
            return;
        }
        Schema<?> schema = read.values().iterator().next().getSchema();
        for (MediaType each : written.values()) {
            if (each.getSchema() == null) {
                each.setSchema(schema);
            }
        }
    }

    private static @Nullable Content success(ApiResponses responses) {
        return responses.entrySet().stream().filter(each -> each.getKey().startsWith("2"))
                .map(each -> each.getValue().getContent()).filter(content -> content != null).findFirst()
                .orElse(null);
    }

    private static Content problem() {
        Schema<?> schema = new Schema<>();
        schema.set$ref("#/components/schemas/Problem");
        return new Content().addMediaType(PROBLEM, new MediaType().schema(schema));
    }
}
