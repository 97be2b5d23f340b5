package org.interactionhub.commands.intake;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.interactionhub.events.InteractionReport;
import org.interactionhub.events.ReportedOriginal;
import org.interactionhub.eventstore.NewOriginal;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tells whether bytes are a report, by the public schema and by what a schema cannot say. Thread-safe. */
final class ReportFormat {

    private static final String SCHEMA = "/schemas/interaction-report.v1.schema.json";

    private final JsonMapper json;
    private final Schema schema;

    ReportFormat(JsonMapper json) {
        this.json = json;
        SchemaRegistryConfig config = SchemaRegistryConfig.builder().failFast(true).locale(Locale.ENGLISH).build();
        try (InputStream text = InteractionReport.class.getResourceAsStream(SCHEMA)) {
            if (text == null) {
                throw new IllegalStateException("shared-events does not contain " + SCHEMA);
            }
            schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12,
                    registry -> registry.schemaRegistryConfig(config)).getSchema(text, InputFormat.JSON);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The JSON object in these bytes. */
    JsonNode tree(byte[] bytes) throws NotAReport {
        try {
            JsonNode tree = json.readTree(bytes);
            if (tree.isObject()) {
                return tree;
            }
        } catch (JacksonException | StackOverflowError notJson) {
            throw NotAReport.unreadable("report-not-json", "The record is not JSON.");
        }
        throw NotAReport.unreadable("report-not-json", "The record is JSON, but no object.");
    }

    /** A report that is what it says, and its original as the log keeps it. */
    record Checked(InteractionReport report, NewOriginal original) {}

    /** The report in this tree, checked. */
    Checked report(JsonNode tree, Map<String, String> headers) throws NotAReport {
        Optional<InteractionReport> plainly = PlainReport.in(tree);
        InteractionReport report = plainly.isPresent() ? plainly.get() : bySchema(tree);
        checkHeaders(report, headers);
        NewOriginal original = original(report.original());
        if (report.account().indexOf('\0') >= 0) {
            throw NotAReport.refused("report-account-not-text", "The report's account contains a NUL character.");
        }
        return new Checked(report, original);
    }

    InteractionReport bySchema(JsonNode tree) throws NotAReport {
        checkSchema(tree);
        try {
            return json.treeToValue(tree, InteractionReport.class);
        } catch (JacksonException e) {
            throw NotAReport.refused("report-against-schema",
                    "The report cannot be taken as it is: " + e.getOriginalMessage());
        }
    }

    private void checkSchema(JsonNode tree) throws NotAReport {
        List<Error> errors;
        try {
            errors = schema.validate(tree);
        } catch (RuntimeException | StackOverflowError tooOdd) {
            throw NotAReport.refused("report-against-schema", "The report could not be checked against its schema.");
        }
        if (!errors.isEmpty()) {
            throw NotAReport.refused("report-against-schema",
                    "The report breaks its schema: " + errors.getFirst().getInstanceLocation() + " "
                            + errors.getFirst().getMessage() + ".");
        }
    }

    private static void checkHeaders(InteractionReport report, Map<String, String> headers) throws NotAReport {
        String id = headers.getOrDefault("ce_id", report.reportId().toString());
        if (!id.equalsIgnoreCase(report.reportId().toString())) {
            throw NotAReport.refused("report-under-another-id",
                    "The record's header ce_id is not the reportId that its value states.");
        }
        if (!headers.getOrDefault("ce_type", InteractionReport.TYPE).equals(InteractionReport.TYPE)) {
            throw NotAReport.refused("report-of-another-type",
                    "The record's header ce_type is not " + InteractionReport.TYPE + ".");
        }
    }

    private static NewOriginal original(ReportedOriginal reported) throws NotAReport {
        try {
            return new NewOriginal(reported);
        } catch (IllegalArgumentException e) {
            throw isBase64(reported)
                    ? NotAReport.refused("original-not-itself",
                            "The bytes of the report's original have another size or SHA-256 than the report states.")
                    : NotAReport.refused("original-not-base64", "The bytes of the report's original are not base64.");
        }
    }

    private static boolean isBase64(ReportedOriginal reported) {
        try {
            reported.inline();
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
