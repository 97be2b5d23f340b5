package org.interactionhub.door.description;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a record promises by its types: every component is there and is not null, unless it is marked. */
final class RecordSchemas implements ModelConverter {

    @Override
    public @Nullable Schema<?> resolve(AnnotatedType asked, ModelConverterContext context,
            Iterator<ModelConverter> others) {
        if (!others.hasNext()) {
            return null;
        }
        Schema<?> schema = others.next().resolve(asked, context, others);
        JavaType type = Json31.mapper().constructType(asked.getType());
        if (schema != null && type.getRawClass().isRecord()) {
            Schema<?> defined = schema.get$ref() == null ? schema : context.getDefinedModels().get(name(schema));
            if (defined != null && defined.getProperties() != null) {
                promise(defined, type.getRawClass());
            }
        }
        return schema;
    }

    private static String name(Schema<?> reference) {
        return reference.get$ref().substring(reference.get$ref().lastIndexOf('/') + 1);
    }

    private static void promise(Schema<?> schema, Class<?> type) {
        boolean mayBeAbsent = type.isAnnotationPresent(JsonInclude.class);
        for (RecordComponent component : type.getRecordComponents()) {
            @SuppressWarnings("rawtypes")
            Map<String, Schema> properties = schema.getProperties();
            Schema<?> property = properties.get(component.getName());
            if (property == null) {
                continue;
            }
            if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                schema.addRequiredItem(component.getName());
            } else if (!mayBeAbsent) {
                properties.put(component.getName(), orNull(property));
            }
        }
    }

    private static Schema<?> orNull(Schema<?> property) {
        Schema<?> nothing = new Schema<>();
        nothing.addType("null");
        if (property.get$ref() != null || property.getEnum() != null) {
            Schema<?> either = new Schema<>();
            return either.anyOf(List.of(property, nothing));
        }
        if (property.getTypes() != null) {
            property.setTypes(new LinkedHashSet<>(property.getTypes()));
            property.addType("null");
        }
        return property;
    }
}
