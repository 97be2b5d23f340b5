package org.interactionhub.door.description;

import io.swagger.v3.core.jackson.ModelResolver;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Has springdoc describe what the code answers, in our words. */
@Configuration(proxyBeanMethods = false)
public class ApiDescription {

    @Bean
    ModelResolver apiSchemas(ObjectMapperProvider json) {
        return new ModelResolver(json.jsonMapper(), new SchemaNames()).openapi31(true);
    }

    @Bean
    RecordSchemas apiRecordSchemas() {
        return new RecordSchemas();
    }

    @Bean
    OpenApiCustomizer apiWords() {
        return new ApiWords(Words.ofAllModules());
    }
}
