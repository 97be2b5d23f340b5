package org.interactionhub.events;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;

/** The published JSON Schemas, read from the class path under the addresses they name themselves by. */
final class Contract {

    private static final String BASE = "https://interactionhub.org/schemas/";
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12,
            registry -> registry.schemas(iri -> Resource.read(iri.replace(BASE, "/schemas/"))));

    private Contract() {}

    /** What in {@code json} breaks the schema; empty if nothing does. */
    static List<String> violations(String schema, String json) {
        Schema contract = SCHEMAS.getSchema(SchemaLocation.of(BASE + schema));
        return contract.validate(json, InputFormat.JSON).stream().map(Object::toString).toList();
    }
}
