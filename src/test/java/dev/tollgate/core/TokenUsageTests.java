package dev.tollgate.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TokenUsageTests {

    @Test
    void countsThePromptWithWhatWasReadFromAndWrittenToTheCache() {
        assertThat(usage(3L, 100L, 12_304L, 7L, 550L, null).input()).isEqualTo(12_414);
    }

    @Test
    void countsTheAnswerWithItsReasoning() {
        assertThat(usage(1L, null, null, null, 40L, 60L).wholeOutput()).isEqualTo(100);
    }

    @Test
    void takesUnknownPartsForNothing() {
        assertThat(usage(5L, null, null, null, 6L, null).input()).isEqualTo(5);
        assertThat(usage(5L, null, null, null, 6L, null).cacheWrite()).isZero();
        assertThat(usage(5L, null, null, null, 6L, null).wholeOutput()).isEqualTo(6);
    }

    @Test
    void doesNotTakeTheUnknownForNothing() {
        assertThat(usage(null, 100L, null, null, null, 60L).input()).isNull();
        assertThat(usage(null, 100L, null, null, null, 60L).wholeOutput()).isNull();
    }

    @ParameterizedTest
    @EnumSource
    void findsAProvenanceByWhatIsStored(TokenProvenance provenance) {
        assertThat(TokenProvenance.ofCode(provenance.code())).isEqualTo(provenance);
    }

    @Test
    void storesEveryProvenanceAsANumberOfItsOwn() {
        assertThat(Arrays.stream(TokenProvenance.values()).map(TokenProvenance::code))
                .doesNotHaveDuplicates();
        assertThatThrownBy(() -> TokenProvenance.ofCode(9)).hasMessageContaining("9");
    }

    private static TokenUsage usage(
            @Nullable Long uncached,
            @Nullable Long read,
            @Nullable Long write5m,
            @Nullable Long write1h,
            @Nullable Long output,
            @Nullable Long reasoning) {
        return new TokenUsage(
                uncached, read, write5m, write1h, output, reasoning, null, null, TokenProvenance.PROVIDER);
    }
}
