package dev.tollgate.graphql.request;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON as GraphQL needs it: decimals stay exact on the way in, and are written without exponent on the way out. */
@Component
public class Json {

    private final JsonMapper mapper;

    Json(JsonMapper mapper) {
        this.mapper = mapper.rebuild()
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                .build();
    }

    /** Reads a body; BAD_USER_INPUT when it is not valid. */
    public @Nullable Object read(byte[] body) {
        try {
            return mapper.readValue(body, Object.class);
        } catch (JacksonException _) {
            throw GraphQlCall.badInput(null, "The body is not valid JSON.");
        }
    }

    /** Reads a parameter; BAD_USER_INPUT, naming it, when it is not valid. */
    public @Nullable Object read(String parameter, String text) {
        try {
            return mapper.readValue(text, Object.class);
        } catch (JacksonException _) {
            throw GraphQlCall.badInput(parameter, parameter + " is not valid JSON.");
        }
    }

    /** Writes a value, in UTF-8. */
    public byte[] write(Object value) {
        return mapper.writeValueAsBytes(value);
    }
}
