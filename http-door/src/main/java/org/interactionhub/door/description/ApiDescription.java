package org.interactionhub.door.description;

import io.swagger.v3.core.jackson.ModelResolver;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

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

    /** What travels by Kafka is described by files; the addresses in them lead to each other. */
    @Bean
    WebMvcConfigurer contractFiles() {
        return new WebMvcConfigurer() {
            @Override
            public void addResourceHandlers(ResourceHandlerRegistry registry) {
                registry.addResourceHandler("/contracts/**").addResourceLocations("classpath:/contracts/");
                registry.addResourceHandler("/schemas/**").addResourceLocations("classpath:/schemas/");
            }
        };
    }

    @Bean
    OpenApiCustomizer apiWords() {
        return new ApiWords(Words.ofAllModules());
    }
}
