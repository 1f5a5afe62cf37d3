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
 * @param monthly the budget; null: as it is
 * @param autoDisable null: as it is
 * @param status null: as it is
 */
public record CredentialChange(
        Optional<Integer> expectedVersion,
        @Nullable CredentialSource source,
        @Nullable Monthly monthly,
        @Nullable Boolean autoDisable,
        @Nullable CredentialStatus status) {

    /**
     * A budget that takes the place of another.
     *
     * @param usd null: none
     */
    public record Monthly(@Nullable Money usd) {}

    CredentialBudget budget(CredentialBudget before) {
        return new CredentialBudget(
                monthly == null ? before.monthly() : monthly.usd(),
                autoDisable == null ? before.autoDisable() : autoDisable);
    }
}
