package dev.tollgate.graphql.web;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON as GraphQL needs it: decimals stay exact on the way in, and are written without exponent on the way out. */
@Component
class Json {

    private final JsonMapper mapper;

    Json(JsonMapper mapper) {
        this.mapper = mapper.rebuild()
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                .build();
    }

    @Nullable
    Object read(byte[] text) {
        try {
            return mapper.readValue(text, Object.class);
        } catch (JacksonException _) {
            throw RefusedRequest.badInput(null, "The body is not valid JSON.");
        }
    }

    @Nullable
    Object read(String parameter, String text) {
        try {
            return mapper.readValue(text, Object.class);
        } catch (JacksonException _) {
            throw RefusedRequest.badInput(parameter, parameter + " is not valid JSON.");
        }
    }

    byte[] write(Object value) {
        return mapper.writeValueAsBytes(value);
    }
}
