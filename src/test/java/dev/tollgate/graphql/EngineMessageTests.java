package dev.tollgate.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EngineMessageTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    Variable 'n' has an invalid value: Expected a number                             | n
                    Field 'name' of variable 'input' has coerced Null value                          | name
                    Variable 'f' has an invalid value: Field 'name' has coerced Null value           | name
                    Validation error (WrongType@[x]) : argument 'a.b' with                           | a.b
                    argument 'by[0]' with value 'NullValue{}' must not be null                       | by
                    argument 'f.tags[0]' with value 'x' is missing required fields '[name]'          | f.tags.name
                    argument 'f' with value 'x' contains a field not in 'UsageFilter': 'colour'      | f.colour
                    The variables input contains a field name 'colour' that is not defined           | colour
                    Exactly one key must be specified for OneOf type 'TimeRange'.                    | range
                    Exactly one key must be specified for OneOf type 'QuotaScopeInput'.              | scope
                    OneOf type field 'TimeRange.last' must be non-null.                              | last
                    Validation error : Missing field argument 'id'                                   | id
                    Unknown operation named 'x'                                                      |
                    """)
    void namesTheFieldAtFault(String message, String field) {
        assertThat(new EngineMessage(message).field()).isEqualTo(field);
    }

    @Test
    void leavesOutHowTheEnginePrintsValues() {
        String message = "Validation error (WrongType@[a/b]) : argument 'range.last' with value "
                + "'StringValue{value='P1M'}' is not a valid 'Duration' - Expected a length of time.";

        assertThat(new EngineMessage(message).plain())
                .isEqualTo("Argument 'range.last' is not a valid 'Duration' - Expected a length of time.");
    }

    @Test
    void leavesOtherTextAsItIs() {
        assertThat(new EngineMessage("Unknown operation named 'x'.").plain()).isEqualTo("Unknown operation named 'x'.");
        assertThat(new EngineMessage("").plain()).isEmpty();
    }
}
