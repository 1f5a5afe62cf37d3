package dev.tollgate.quota;

import dev.tollgate.live.ControlSignal.QuotaStatus;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which quotas: those that fit every part.
 *
 * @param ids one of these; null: any
 * @param search what the name, or the team, project and so on that the quota holds for, contains in any case; null: anything. API keys
 *     have no such name here
 * @param scopes one of these kinds of scope; empty: any
 * @param statuses one of these, as was told last; empty: any
 */
public record QuotaFilter(
        @Nullable Set<QuotaId> ids, @Nullable String search, Set<QuotaScope.Type> scopes, Set<QuotaStatus> statuses) {

    /** Every quota. */
    public static final QuotaFilter ALL = new QuotaFilter(null, null, Set.of(), Set.of());

    /** Keeps copies of the sets. */
    public QuotaFilter {
        ids = ids == null ? null : Set.copyOf(ids);
        scopes = Set.copyOf(scopes);
        statuses = Set.copyOf(statuses);
    }
}
