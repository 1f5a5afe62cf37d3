package dev.tollgate.graphql;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.CoercingSerializeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Points in time: RFC 3339 with any offset in, UTC with as many groups of three decimals as are needed out. */
final class DateTimeCoercing implements Coercing<Instant, String> {

    private static final Pattern RFC_3339 =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\d[Tt]\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?([Zz]|[+-]\\d\\d:\\d\\d)");

    private static final String EXPECTED =
            "Expected a point in time as RFC 3339 with an offset, for example 2026-11-22T04:15:46.680Z.";

    @Override
    public String serialize(Object value, GraphQLContext context, Locale locale) {
        return switch (value) {
            case Instant instant -> instant.toString();
            case OffsetDateTime time -> time.toInstant().toString();
            default -> throw new CoercingSerializeException("Not a point in time: " + value.getClass());
        };
    }

    @Override
    public Instant parseValue(Object input, GraphQLContext context, Locale locale) {
        return (switch (input) {
                    case Instant instant -> Optional.of(instant);
                    case String text -> parse(text);
                    default -> Optional.<Instant>empty();
                })
                .orElseThrow(() -> new CoercingParseValueException(EXPECTED));
    }

    @Override
    public Instant parseLiteral(Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
        Optional<Instant> moment = input instanceof StringValue text ? parse(text.getValue()) : Optional.empty();
        return moment.orElseThrow(() -> new CoercingParseLiteralException(EXPECTED));
    }

    @Override
    public Value<?> valueToLiteral(Object input, GraphQLContext context, Locale locale) {
        return StringValue.of(input.toString());
    }

    private static Optional<Instant> parse(@Nullable String text) {
        if (text == null || !RFC_3339.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }
}
