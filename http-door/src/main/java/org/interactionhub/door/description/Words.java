package org.interactionhub.door.description;

import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.OpenAPI;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The written part of the description: partial OpenAPI documents, one of each module. */
record Words(List<OpenAPI> documents) {

    /** The words are our own: what is said of many questions is written once. */
    private static final int MOST_ALIASES = 1_000;

    static Words ofAllModules() {
        try {
            List<OpenAPI> documents = new ArrayList<>();
            for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath*:openapi/*.yaml")) {
                documents.add(document(file));
            }
            return new Words(List.copyOf(documents));
        } catch (IOException e) {
            throw new UncheckedIOException("the words of the API's description cannot be read", e);
        }
    }

    /** Read by SnakeYAML, since Jackson does not follow the aliases in it. */
    private static OpenAPI document(Resource file) throws IOException {
        try (InputStream in = file.getInputStream()) {
            LoaderOptions options = new LoaderOptions();
            options.setMaxAliasesForCollections(MOST_ALIASES);
            Object tree = new Yaml(new SafeConstructor(options)).load(in);
            return Json31.mapper().convertValue(tree, OpenAPI.class);
        }
    }
}
