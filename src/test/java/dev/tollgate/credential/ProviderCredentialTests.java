package dev.tollgate.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tollgate.core.ErrorCode;
import dev.tollgate.core.Money;
import dev.tollgate.core.ProblemException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProviderCredentialTests {

    private static final Instant NOW = Instant.parse("2026-11-22T04:15:46Z");
    private static final Instant LATER = NOW.plusSeconds(60);
    private static final URI PLACE = URI.create("https://api.example.com/v1");

    /** Spent 10, with a budget or none: what a reason becomes by itself, and what when somebody asks for a status. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, -, -, -",
                "-, 10, -, -",
                "-, 9.999999999999, -, BUDGET_EXCEEDED",
                "BUDGET_EXCEEDED, 9, -, BUDGET_EXCEEDED",
                "BUDGET_EXCEEDED, 10, -, -",
                "BUDGET_EXCEEDED, -, -, -",
                "MANUAL, 9, -, MANUAL",
                "MANUAL, -, -, MANUAL",
                "MANUAL, 10, ACTIVE, -",
                "BUDGET_EXCEEDED, 11, ACTIVE, -",
                "-, 11, DISABLED, MANUAL",
                "BUDGET_EXCEEDED, 9, DISABLED, MANUAL"
            })
    void becomesWhatItsBudgetAndPeopleSay(
            @Nullable DisabledReason before,
            @Nullable String budget,
            @Nullable CredentialStatus asked,
            @Nullable DisabledReason after) {
        ProviderCredential credential = credential(before, budget);

        ProviderCredential changed = credential.changed(TestDrafts.change(null, asked), Money.of("10"), LATER);

        assertThat(changed.disabledReason()).isEqualTo(after);
        assertThat(changed.version()).isEqualTo(before == after ? 1 : 2);
        assertThat(changed.updatedAt()).isEqualTo(before == after ? NOW : LATER);
        if (asked == null) {
            assertThat(credential.spent(Money.of("10"), LATER)).isEqualTo(changed);
        }
    }

    @Test
    void cannotBeActiveBeyondItsBudget() {
        assertConflict(() -> credential(DisabledReason.MANUAL, "9")
                .changed(TestDrafts.change(null, CredentialStatus.ACTIVE), Money.of("10"), LATER));
        assertConflict(() -> credential(null, null)
                .changed(TestDrafts.change(TestDrafts.monthly("1"), CredentialStatus.ACTIVE), Money.of("10"), LATER));
    }

    @Test
    void changesOnlyAsTheVersionThatIsExpected() {
        CredentialChange change = new CredentialChange(Optional.of(2), CredentialSource.PLATFORM, null, null, null);

        assertConflict(() -> credential(null, null).changed(change, Money.ZERO, LATER));
    }

    @Test
    void changesSourceAndBudgetTogether() {
        CredentialChange change =
                new CredentialChange(Optional.of(1), CredentialSource.PLATFORM, TestDrafts.monthly("3"), false, null);

        assertThat(credential(null, null).changed(change, Money.of("10"), LATER))
                .returns(CredentialSource.PLATFORM, ProviderCredential::source)
                .returns(new CredentialBudget(Money.of("3"), false), ProviderCredential::budget)
                .returns(CredentialStatus.ACTIVE, ProviderCredential::status)
                .returns(2, ProviderCredential::version);
    }

    @Test
    void keepsTheEarlierSecretAsLongAsItIsToldTo() {
        ProviderCredential rotated = credential(null, null).rotated(PLACE, LATER.plus(Duration.ofDays(1)), LATER);

        assertThat(rotated.previousSecretUntil()).isEqualTo(LATER.plus(Duration.ofDays(1)));
        assertThat(rotated.validatedAt()).isEqualTo(LATER);
        assertThat(rotated.rotated(PLACE, LATER, LATER).previousSecretUntil()).isNull();
        assertThat(rotated.rotated(PLACE, LATER, LATER).secretVersion()).isEqualTo(3);
    }

    private static void assertConflict(Runnable change) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(change::run)
                .returns(ErrorCode.CONFLICT, ProblemException::code);
    }

    private static ProviderCredential credential(@Nullable DisabledReason reason, @Nullable String budget) {
        return new ProviderCredential(
                new CredentialId(UUID.randomUUID()),
                "openai",
                CredentialSource.OWN,
                reason,
                new CredentialBudget(budget == null ? null : Money.of(budget), true),
                PLACE,
                1,
                null,
                NOW,
                1,
                NOW,
                NOW);
    }
}
