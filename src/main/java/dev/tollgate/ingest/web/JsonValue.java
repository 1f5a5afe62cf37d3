package dev.tollgate.ingest.web;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads the single value that a parser stands at, strictly, since what is guessed at here is billed later. JSON's null is null.
 * A number is looked at before it is computed, so that an absurd one costs nothing.
 */
final class JsonValue {

    private static final int MOST_DIGITS = 18;
    private static final int LONGEST_NUMBER = 100;

    private JsonValue() {}

    static @Nullable String text(JsonParser parser, String field) throws UnreadableException {
        return switch (parser.currentToken()) {
            case VALUE_STRING -> parser.getString();
            case VALUE_NULL -> null;
            default -> throw mustBe(field, "a string");
        };
    }

    static @Nullable Long count(JsonParser parser, String field) throws UnreadableException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_NULL) {
            return null;
        }
        if (token != JsonToken.VALUE_NUMBER_INT) {
            throw mustBe(field, "a whole number");
        }
        if (parser.getStringLength() > MOST_DIGITS) {
            throw mustBe(field, "a whole number of at most " + MOST_DIGITS + " digits");
        }
        return parser.getLongValue();
    }

    static @Nullable BigDecimal number(JsonParser parser, String field) throws UnreadableException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_NULL) {
            return null;
        }
        if (token != JsonToken.VALUE_NUMBER_INT && token != JsonToken.VALUE_NUMBER_FLOAT) {
            throw mustBe(field, "a number");
        }
        if (parser.getStringLength() > LONGEST_NUMBER) {
            throw mustBe(field, "a number of at most " + LONGEST_NUMBER + " characters");
        }
        try {
            return new BigDecimal(parser.getString());
        } catch (NumberFormatException e) {
            throw mustBe(field, "a number with a smaller exponent");
        }
    }

    static @Nullable Instant time(JsonParser parser, String field) throws UnreadableException {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return null;
        }
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
            try {
                return Rfc3339.parse(parser.getString());
            } catch (DateTimeException e) {
                throw mustBe(field, "a time as RFC 3339, for example 2026-11-22T04:15:46.680Z");
            }
        }
        throw mustBe(field, "a time as RFC 3339, for example 2026-11-22T04:15:46.680Z");
    }

    static UnreadableException mustBe(String field, String expected) {
        return new UnreadableException(field, "The value must be " + expected + ".");
    }
}
