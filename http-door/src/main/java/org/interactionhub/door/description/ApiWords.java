package org.interactionhub.door.description;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springdoc.core.customizers.OpenApiCustomizer;

/** Puts the words of the modules into what springdoc has read from the code. */
final class ApiWords implements OpenApiCustomizer {

    private final Words words;

    ApiWords(Words words) {
        this.words = words;
    }

    @Override
    public void customise(OpenAPI read) {
        for (OpenAPI written : words.documents()) {
            if (written.getInfo() != null) {
                read.setInfo(written.getInfo());
            }
            if (written.getTags() != null) {
                written.getTags().forEach(read::addTagsItem);
            }
            if (written.getComponents() != null && written.getComponents().getSchemas() != null) {
                written.getComponents().getSchemas().forEach((name, schema) -> read.getComponents()
                        .addSchemas(name, schema));
            }
        }
        // by the page that serves it, so that it is true behind a gateway
        read.setServers(null);
        words.documents().stream().map(OpenAPI::getPaths).filter(paths -> paths != null)
                .forEach(paths -> tell(read.getPaths(), paths));
        read.getPaths().values().forEach(path -> path.readOperations().forEach(Answers::addAnyProblem));
    }

    private static void tell(Paths read, Paths written) {
        written.forEach((path, item) -> {
            PathItem known = read.get(path);
            if (known != null) {
                Map<PathItem.HttpMethod, Operation> operations = known.readOperationsMap();
                item.readOperationsMap().forEach((method, told) -> {
                    Operation operation = operations.get(method);
                    if (operation != null) {
                        tell(operation, told);
                    }
                });
            }
        });
    }

    private static void tell(Operation read, Operation written) {
        read.setSummary(written.getSummary());
        read.setDescription(written.getDescription());
        read.setTags(written.getTags());
        parameters(read, written.getParameters() == null ? List.of() : written.getParameters());
        if (written.getRequestBody() != null) {
            Answers.keepSchemas(read.getRequestBody() == null ? null : read.getRequestBody().getContent(),
                    written.getRequestBody().getContent());
            read.setRequestBody(written.getRequestBody());
        }
        if (written.getResponses() != null) {
            Answers.tell(read, written.getResponses());
        }
    }

    private static void parameters(Operation read, List<Parameter> written) {
        List<Parameter> all = read.getParameters() == null ? new ArrayList<>() : new ArrayList<>(read.getParameters());
        for (Parameter told : written) {
            Parameter known = all.stream().filter(each -> each.getName().equals(told.getName())).findFirst()
                    .orElse(null);
            if (known == null) {
                all.add(told);
            } else {
                known.setDescription(told.getDescription());
                known.setExample(told.getExample());
                known.setSchema(told.getSchema() == null ? known.getSchema() : told.getSchema());
            }
        }
        read.setParameters(all.isEmpty() ? null : all);
    }
}
