package dev.tollgate.graphql;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.CoercingSerializeException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Lengths of time as ISO 8601, a week being 7 days and a day 24 hours. Years and months, whose length depends on the calendar,
 * are refused.
 */
final class DurationCoercing implements Coercing<Duration, String> {

    private static final Pattern WEEKS = Pattern.compile("[Pp](\\d{1,6})[Ww]");
    private static final String EXPECTED =
            "Expected a length of time as ISO 8601 in weeks, or days, hours, minutes and seconds, for example P30D or PT24H.";

    @Override
    public String serialize(Object value, GraphQLContext context, Locale locale) {
        if (value instanceof Duration duration) {
            return duration.toString();
        }
        throw new CoercingSerializeException("Not a length of time: " + value.getClass());
    }

    @Override
    public Duration parseValue(Object input, GraphQLContext context, Locale locale) {
        return (switch (input) {
                    case Duration duration -> Optional.of(duration);
                    case String text -> parse(text);
                    default -> Optional.<Duration>empty();
                })
                .orElseThrow(() -> new CoercingParseValueException(EXPECTED));
    }

    @Override
    public Duration parseLiteral(Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
        Optional<Duration> duration = input instanceof StringValue text ? parse(text.getValue()) : Optional.empty();
        return duration.orElseThrow(() -> new CoercingParseLiteralException(EXPECTED));
    }

    @Override
    public Value<?> valueToLiteral(Object input, GraphQLContext context, Locale locale) {
        return StringValue.of(input.toString());
    }

    private static Optional<Duration> parse(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        Matcher weeks = WEEKS.matcher(text);
        if (weeks.matches()) {
            return Optional.of(Duration.ofDays(7 * Long.parseLong(weeks.group(1))));
        }
        try {
            return Optional.of(Duration.parse(text));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }
}
