package dev.tollgate.catalog.convert;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A model of the price list: its key there and its fields as they stand. */
record SourceModel(String key, JsonNode fields) {

    String provider() {
        return text("litellm_provider");
    }

    String mode() {
        return text("mode");
    }

    Collection<String> names() {
        return fields.propertyNames();
    }

    /** Whether any of the fields says yes. */
    boolean says(String... flags) {
        return Stream.of(flags).anyMatch(flag -> fields.path(flag).asBoolean(false));
    }

    boolean saysNo(String flag) {
        return fields.has(flag) && !fields.path(flag).asBoolean(true);
    }

    /** A whole number; null when there is none, or words in its place. */
    @Nullable
    Long count(String field) {
        JsonNode value = fields.path(field);
        return value.isNumber() && value.decimalValue().signum() > 0
                ? value.decimalValue().longValue()
                : null;
    }

    /** An exact number; null when there is none. */
    @Nullable
    BigDecimal decimal(String field) {
        return decimal(fields.path(field));
    }

    /** Whether the field is a number above 0. */
    boolean costs(String field) {
        BigDecimal amount = decimal(field);
        return amount != null && amount.signum() > 0;
    }

    static @Nullable BigDecimal decimal(JsonNode value) {
        if (!value.isNumber()) {
            return null;
        }
        BigDecimal exact = value.decimalValue();
        return exact.signum() == 0 ? BigDecimal.ZERO : exact.stripTrailingZeros();
    }

    private String text(String field) {
        return fields.path(field).asString("");
    }
}
