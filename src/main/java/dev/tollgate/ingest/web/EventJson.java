package dev.tollgate.ingest.web;

import dev.tollgate.ingest.Submitted;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/** How an event is written in JSON: strictly, since what is guessed at here is billed later. */
final class EventJson {

    private static final Map<Class<?>, String> EXPECTED = Map.of(
            Long.class, "a whole number",
            BigDecimal.class, "a number",
            String.class, "a string",
            Instant.class, "a time as RFC 3339, for example 2026-11-22T04:15:46.680Z",
            Map.class, "an object of strings");

    private EventJson() {}

    static JsonMapper mapper() {
        return JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .withCoercionConfig(LogicalType.Textual, config -> {
                    for (CoercionInputShape shape : CoercionInputShape.values()) {
                        config.setCoercion(shape, CoercionAction.Fail);
                    }
                })
                .addModule(new SimpleModule().addDeserializer(Instant.class, new OffsetTime()))
                .build();
    }

    /** Says in the sender's words what is wrong with an event that could not be read. */
    static Submitted explain(JacksonException problem, JsonParser parser) {
        String field = field(problem, parser);
        if (problem instanceof UnrecognizedPropertyException) {
            return new Submitted.Malformed(field, "There is no field of this name.");
        }
        String expected = problem instanceof MismatchedInputException mismatch
                ? expected(Objects.requireNonNullElse(mismatch.getTargetType(), Object.class))
                : "a whole number of at most 18 digits";
        return new Submitted.Malformed(field, "The value must be " + expected + ".");
    }

    private static String expected(Class<?> type) {
        return EXPECTED.entrySet().stream()
                .filter(known -> known.getKey().isAssignableFrom(type))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("an object");
    }

    private static @Nullable String field(JacksonException problem, JsonParser parser) {
        String path = problem.getPath().stream()
                .map(JacksonException.Reference::getPropertyName)
                .filter(Objects::nonNull)
                .collect(Collectors.joining("."));
        return path.isEmpty() ? parser.currentName() : path;
    }

    private static final class OffsetTime extends StdDeserializer<Instant> {

        private OffsetTime() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser parser, DeserializationContext context) {
            if (parser.currentToken() == JsonToken.VALUE_STRING) {
                try {
                    return OffsetDateTime.parse(parser.getString()).toInstant();
                } catch (DateTimeException e) {
                    throw mismatch(parser);
                }
            }
            throw mismatch(parser);
        }

        private static MismatchedInputException mismatch(JsonParser parser) {
            return MismatchedInputException.from(parser, Instant.class, "not a time");
        }
    }
}
