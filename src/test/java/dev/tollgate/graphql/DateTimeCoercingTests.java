package dev.tollgate.graphql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.StringValue;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.CoercingSerializeException;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateTimeCoercingTests {

    private static final GraphQLContext CONTEXT = GraphQLContext.getDefault();

    private final DateTimeCoercing coercing = new DateTimeCoercing();

    @ParameterizedTest
    @CsvSource({
        "2026-11-22T04:15:46.680Z, 2026-11-22T04:15:46.680Z",
        "2026-11-22T05:15:46+01:00, 2026-11-22T04:15:46Z",
        "2026-11-21T22:45:46.123456789-05:30, 2026-11-22T04:15:46.123456789Z",
        "2026-11-22t04:15:46z, 2026-11-22T04:15:46Z",
        "2026-11-22T04:15:46-00:00, 2026-11-22T04:15:46Z"
    })
    void readsEveryOffsetAndWritesUtc(String in, String out) {
        Instant moment = coercing.parseValue(in, CONTEXT, Locale.ENGLISH);

        assertThat(coercing.parseLiteral(
                        StringValue.of(in), CoercedVariables.emptyVariables(), CONTEXT, Locale.ENGLISH))
                .isEqualTo(moment);
        assertThat(coercing.serialize(moment, CONTEXT, Locale.ENGLISH)).isEqualTo(out);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-11-22",
                "2026-11-22T04:15:46",
                "2026-11-22T04:15Z",
                "2026-11-22T24:15:46Z",
                "2026-02-30T04:15:46Z",
                "2026-11-22T04:15:46+25:00",
                "+12026-11-22T04:15:46Z",
                "2026-11-22T04:15:46.1234567890Z"
            })
    void refusesWhatIsNoPointInTime(String in) {
        assertThatThrownBy(() -> coercing.parseValue(in, CONTEXT, Locale.ENGLISH))
                .isInstanceOf(CoercingParseValueException.class);
        assertThatThrownBy(() -> coercing.parseLiteral(
                        StringValue.of(in), CoercedVariables.emptyVariables(), CONTEXT, Locale.ENGLISH))
                .isInstanceOf(CoercingParseLiteralException.class);
    }

    @Test
    void refusesOtherTypes() {
        assertThatThrownBy(() -> coercing.parseValue(1_700_000_000, CONTEXT, Locale.ENGLISH))
                .isInstanceOf(CoercingParseValueException.class);
        assertThatThrownBy(() -> coercing.serialize("soon", CONTEXT, Locale.ENGLISH))
                .isInstanceOf(CoercingSerializeException.class);
    }
}
