package dev.tollgate.graphql;

import dev.tollgate.core.Money;
import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.FloatValue;
import graphql.language.IntValue;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.CoercingSerializeException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Exact decimal numbers. Out without needless zeros; binary floating point is refused there, since it is not exact. In as a
 * number or as text; beyond 60 digits before or after the point it is refused, so that no input grows when it is written out.
 */
final class DecimalCoercing implements Coercing<BigDecimal, BigDecimal> {

    private static final int MAX_DIGITS = 60;
    private static final int MAX_LENGTH = 2 * MAX_DIGITS + 16;
    private static final String EXPECTED =
            "Expected a decimal number with at most " + MAX_DIGITS + " digits before and after the point.";

    @Override
    public BigDecimal serialize(Object value, GraphQLContext context, Locale locale) {
        return plain(
                switch (value) {
                    case BigDecimal decimal -> decimal;
                    case Money money -> money.amount();
                    case BigInteger integer -> new BigDecimal(integer);
                    case Long integer -> BigDecimal.valueOf(integer);
                    case Integer integer -> BigDecimal.valueOf(integer);
                    default -> throw new CoercingSerializeException("Not an exact number: " + value.getClass());
                });
    }

    @Override
    public BigDecimal parseValue(Object input, GraphQLContext context, Locale locale) {
        Optional<BigDecimal> number =
                input instanceof Number || input instanceof String ? parse(input.toString()) : Optional.empty();
        return number.orElseThrow(() -> new CoercingParseValueException(EXPECTED));
    }

    @Override
    public BigDecimal parseLiteral(Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
        return (switch (input) {
                    case IntValue integer -> parse(integer.getValue().toString());
                    case FloatValue decimal -> within(decimal.getValue());
                    case StringValue text -> parse(text.getValue());
                    default -> Optional.<BigDecimal>empty();
                })
                .orElseThrow(() -> new CoercingParseLiteralException(EXPECTED));
    }

    @Override
    public Value<?> valueToLiteral(Object input, GraphQLContext context, Locale locale) {
        return FloatValue.newFloatValue(new BigDecimal(input.toString())).build();
    }

    private static Optional<BigDecimal> parse(@Nullable String text) {
        if (text == null || text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            return within(new BigDecimal(text));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    private static Optional<BigDecimal> within(BigDecimal number) {
        int digitsBefore = number.precision() - number.scale();
        return digitsBefore <= MAX_DIGITS && number.scale() <= MAX_DIGITS && number.scale() >= -MAX_DIGITS
                ? Optional.of(number)
                : Optional.empty();
    }

    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
