package dev.tollgate.quota.web;

import dev.tollgate.core.ErrorCode;
import dev.tollgate.core.Money;
import dev.tollgate.core.ProblemException;
import dev.tollgate.quota.CallAmounts;
import dev.tollgate.quota.QuotaContext;
import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the bodies of requests, so that what is wrong is told with its field. */
record ReservationBody(@Nullable JsonNode body) {

    private static final Set<String> CALL = Set.of(
            "feature",
            "user",
            "team",
            "project",
            "model",
            "provider",
            "estimatedInputTokens",
            "estimatedOutputTokens",
            "estimatedCost");
    private static final Set<String> USED = Set.of("inputTokens", "outputTokens", "cost");

    /** The call to be reserved for. */
    QuotaContext context(@Nullable String apiKey) {
        checkFields(CALL);
        return new QuotaContext(
                text("team"), text("project"), text("user"), apiKey, text("feature"), text("model"), text("provider"));
    }

    CallAmounts estimate() {
        return CallAmounts.estimated(
                count("estimatedInputTokens"), count("estimatedOutputTokens"), money("estimatedCost"));
    }

    CallAmounts used() {
        checkFields(USED);
        return CallAmounts.used(count("inputTokens"), count("outputTokens"), money("cost"));
    }

    private void checkFields(Set<String> known) {
        if (body == null || !body.isObject()) {
            throw new ProblemException(ErrorCode.BAD_USER_INPUT, "The body must be a JSON object.", null, null);
        }
        body.propertyNames().stream()
                .filter(name -> !known.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw ProblemException.badInput(name, "There is no such field.");
                });
    }

    private @Nullable JsonNode value(String field) {
        JsonNode value = body == null ? null : body.get(field);
        return value == null || value.isNull() ? null : value;
    }

    private @Nullable String text(String field) {
        JsonNode value = value(field);
        if (value != null && !value.isString()) {
            throw ProblemException.badInput(field, "The value must be a string.");
        }
        return value == null ? null : value.stringValue();
    }

    private @Nullable Long count(String field) {
        JsonNode value = value(field);
        if (value != null && !(value.isIntegralNumber() && value.canConvertToLong())) {
            throw ProblemException.badInput(field, "The value must be a whole number.");
        }
        return value == null ? null : value.longValue();
    }

    private @Nullable Money money(String field) {
        JsonNode value = value(field);
        if (value != null && !value.isNumber()) {
            throw ProblemException.badInput(field, "The value must be a number.");
        }
        return value == null ? null : Dollars.of(field, decimal(field, value));
    }

    private static BigDecimal decimal(String field, JsonNode value) {
        if (value.isFloatingPointNumber() && !Double.isFinite(value.doubleValue())) {
            throw ProblemException.badInput(field, "The value must be a finite number.");
        }
        return value.decimalValue();
    }
}
