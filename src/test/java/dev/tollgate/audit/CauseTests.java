package dev.tollgate.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.core.ErrorCode;
import dev.tollgate.core.ProblemException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people say of why they change something. */
class CauseTests {

    @Test
    void keepsWhatIsSaidWithoutTheSpaceAroundIt() {
        assertThat(Cause.TOLLGATE.because(" too dear\n").reason()).isEqualTo("too dear");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " \n"})
    void takesNothingForNothing(@Nullable String said) {
        assertThat(Cause.TOLLGATE.because(said).reason()).isNull();
    }

    @Test
    void keepsAThousandCharactersWhateverTheyAre() {
        String said = "\uD83D\uDE80".repeat(1_000);
        assertThat(Cause.TOLLGATE.because(said).reason()).isEqualTo(said);
        refuses(said + "!");
    }

    @Test
    void refusesWhatCannotBeStored() {
        refuses("a\u0000");
        refuses("half of a rocket: \uD83D");
    }

    private static void refuses(String said) {
        assertThatThrownBy(() -> Cause.TOLLGATE.because(said))
                .isInstanceOfSatisfying(ProblemException.class, problem -> {
                    assertThat(problem.code()).isEqualTo(ErrorCode.BAD_USER_INPUT);
                    assertThat(problem.field()).isEqualTo("reason");
                });
    }
}
