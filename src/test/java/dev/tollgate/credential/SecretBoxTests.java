package dev.tollgate.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.core.ErrorCode;
import dev.tollgate.core.ProblemException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SecretBoxTests {

    private static final MasterKey OLD = MasterKey.parse("old", "0a".repeat(32));
    private static final MasterKey NEW = MasterKey.parse("new", "0b".repeat(32));

    @Test
    void opensWhatWasSealedInTheSameContextAlone() {
        String sealed = box(OLD).seal("whsec_abc", "one");

        assertThat(SecretBox.isSealed(sealed)).isTrue();
        assertThat(sealed).doesNotContain("whsec_abc");
        assertThat(box(OLD).seal("whsec_abc", "one")).isNotEqualTo(sealed);
        assertThat(box(OLD).open(sealed, "one")).isEqualTo("whsec_abc");
        assertThatThrownBy(() -> box(OLD).open(sealed, "two")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void opensEverythingOnEveryNodeWhileOneKeyTakesThePlaceOfTheOther() {
        String before = box(OLD).seal("a", "c");
        String meanwhile = box(NEW, OLD).seal("b", "c");
        String wrapped = box(NEW, OLD).rewrapped(before, "c").orElseThrow();

        assertThat(box(OLD).open(meanwhile, "c")).isEqualTo("b");
        assertThat(box(OLD).open(wrapped, "c")).isEqualTo("a");
        assertThat(box(NEW).open(wrapped, "c")).isEqualTo("a");
        assertThat(box(NEW, OLD).rewrapped(wrapped, "c")).isEmpty();
        assertThat(box(OLD).rewrapped(wrapped, "c"))
                .as("a node that knows nothing of the new key")
                .isEmpty();
    }

    @Test
    void forgetsTheOldKeyOnceNoNodeIsToldOfIt() {
        String wrapped = box(NEW, OLD).rewrapped(box(OLD).seal("a", "c"), "c").orElseThrow();

        String kept = box(NEW).rewrapped(wrapped, "c").orElseThrow();

        assertThat(box(NEW).open(kept, "c")).isEqualTo("a");
        assertUnavailable(() -> box(OLD).open(kept, "c"));
        assertThat(box(NEW).rewrapped(kept, "c")).isEmpty();
    }

    @Test
    void goesBackToTheOldKey() {
        String wrapped = box(NEW, OLD).rewrapped(box(OLD).seal("a", "c"), "c").orElseThrow();
        String back = box(OLD, NEW).rewrapped(wrapped, "c").orElseThrow();
        String kept = box(OLD).rewrapped(back, "c").orElseThrow();

        assertThat(box(OLD).open(kept, "c")).isEqualTo("a");
        assertUnavailable(() -> box(NEW).open(kept, "c"));
    }

    @Test
    void sealsNothingWithoutAKey() {
        SecretBox none = new SecretBox(new MasterKeys(null, List.of()));

        assertThat(none.canSeal()).isFalse();
        assertUnavailable(() -> none.seal("a", "c"));
        assertUnavailable(() -> none.open(box(OLD).seal("a", "c"), "c"));
    }

    private static void assertUnavailable(Runnable call) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.code()).isEqualTo(ErrorCode.UNAVAILABLE));
    }

    private static SecretBox box(MasterKey newest, MasterKey... earlier) {
        return new SecretBox(new MasterKeys(newest, Arrays.asList(earlier)));
    }
}
