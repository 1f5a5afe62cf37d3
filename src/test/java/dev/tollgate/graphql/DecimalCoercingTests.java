package dev.tollgate.graphql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.core.Money;
import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.FloatValue;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.CoercingSerializeException;
import java.math.BigDecimal;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalCoercingTests {

    private static final GraphQLContext CONTEXT = GraphQLContext.getDefault();

    private final DecimalCoercing coercing = new DecimalCoercing();

    @ParameterizedTest
    @CsvSource({"2.190000000000, 2.19", "100, 100", "1E+3, 1000", "5e-06, 0.000005", "0.000, 0", "-1.50, -1.5"})
    void writesNoExponentAndNoNeedlessZero(String in, String out) {
        assertThat(coercing.serialize(new BigDecimal(in), CONTEXT, Locale.ENGLISH)
                        .toPlainString())
                .isEqualTo(out);
        assertThat(coercing.parseValue(in, CONTEXT, Locale.ENGLISH)).isEqualByComparingTo(out);
    }

    @Test
    void writesEveryExactNumber() {
        assertThat(coercing.serialize(Money.of("0.054399"), CONTEXT, Locale.ENGLISH))
                .isEqualByComparingTo("0.054399");
        assertThat(coercing.serialize(7L, CONTEXT, Locale.ENGLISH)).isEqualByComparingTo("7");
        assertThat(coercing.serialize(7, CONTEXT, Locale.ENGLISH)).isEqualByComparingTo("7");
    }

    @Test
    void refusesToWriteWhatIsNotExact() {
        assertThatThrownBy(() -> coercing.serialize(0.1, CONTEXT, Locale.ENGLISH))
                .isInstanceOf(CoercingSerializeException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ten", "1e1000000000", "1e-1000000000", "NaN", "0x10"})
    void refusesWhatIsNoDecimalOrFarTooLong(String in) {
        assertThatThrownBy(() -> coercing.parseValue(in, CONTEXT, Locale.ENGLISH))
                .isInstanceOf(CoercingParseValueException.class);
    }

    @Test
    void refusesLongLiteralsAndDigits() {
        FloatValue huge = FloatValue.newFloatValue(new BigDecimal("1e999999")).build();

        assertThatThrownBy(
                        () -> coercing.parseLiteral(huge, CoercedVariables.emptyVariables(), CONTEXT, Locale.ENGLISH))
                .isInstanceOf(CoercingParseLiteralException.class);
        assertThatThrownBy(() -> coercing.parseValue("9".repeat(1_000_000), CONTEXT, Locale.ENGLISH))
                .isInstanceOf(CoercingParseValueException.class);
        assertThatThrownBy(() -> coercing.parseValue(true, CONTEXT, Locale.ENGLISH))
                .isInstanceOf(CoercingParseValueException.class);
    }
}
