package dev.tollgate.graphql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.StringValue;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.CoercingSerializeException;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationCoercingTests {

    private static final GraphQLContext CONTEXT = GraphQLContext.getDefault();

    private final DurationCoercing coercing = new DurationCoercing();

    @ParameterizedTest
    @CsvSource({"PT24H, PT24H", "P30D, PT720H", "P4W, PT672H", "P1DT12H30M, PT36H30M", "PT0.5S, PT0.5S", "-PT1H, PT-1H"
    })
    void readsIso8601AndWritesIt(String in, String out) {
        Duration duration = coercing.parseValue(in, CONTEXT, Locale.ENGLISH);

        assertThat(coercing.parseLiteral(
                        StringValue.of(in), CoercedVariables.emptyVariables(), CONTEXT, Locale.ENGLISH))
                .isEqualTo(duration);
        assertThat(coercing.serialize(duration, CONTEXT, Locale.ENGLISH)).isEqualTo(out);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "24h", "30 days", "P", "P1M", "P1Y", "P1W2D", "P9999999W", "PT99999999999999999999H"})
    void refusesWhatHasNoLengthOfItsOwn(String in) {
        assertThatThrownBy(() -> coercing.parseValue(in, CONTEXT, Locale.ENGLISH))
                .isInstanceOf(CoercingParseValueException.class);
        assertThatThrownBy(() -> coercing.parseLiteral(
                        StringValue.of(in), CoercedVariables.emptyVariables(), CONTEXT, Locale.ENGLISH))
                .isInstanceOf(CoercingParseLiteralException.class);
    }

    @Test
    void refusesOtherTypes() {
        assertThatThrownBy(() -> coercing.parseValue(3600, CONTEXT, Locale.ENGLISH))
                .isInstanceOf(CoercingParseValueException.class);
        assertThatThrownBy(() -> coercing.serialize("soon", CONTEXT, Locale.ENGLISH))
                .isInstanceOf(CoercingSerializeException.class);
    }
}
