package dev.tollgate.credential;

import dev.tollgate.core.Money;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is to become of a credential. Where its secret is sent is not among it: whoever may say so could have the stored secret sent to
 * themselves.
 *
 * @param expectedVersion the version it is thought to have; empty: any
 * @param source null: as it is
 * @param monthly the budget, whose empty value is none; null: as it is
 * @param autoDisable null: as it is
 * @param status null: as it is
 */
public record CredentialChange(
        Optional<Integer> expectedVersion,
        @Nullable CredentialSource source,
        @Nullable Optional<Money> monthly,
        @Nullable Boolean autoDisable,
        @Nullable CredentialStatus status) {

    CredentialBudget budget(CredentialBudget before) {
        return new CredentialBudget(
                monthly == null ? before.monthly() : monthly.orElse(null),
                autoDisable == null ? before.autoDisable() : autoDisable);
    }
}
