package dev.tollgate.quota.web;

import dev.tollgate.core.ProblemException;
import dev.tollgate.graphql.SearchText;
import dev.tollgate.live.ControlSignal.QuotaStatus;
import dev.tollgate.quota.QuotaFilter;
import dev.tollgate.quota.QuotaId;
import dev.tollgate.quota.QuotaScope;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The GraphQL input {@code QuotaFilter}. Absent conditions and empty lists ask for nothing. */
record QuotaFilterInput(
        @Nullable List<String> id,
        @Nullable String search,
        @Nullable List<QuotaScope.Type> scope,
        @Nullable List<QuotaStatus> status) {

    private static final int MOST_IDS = 100;

    QuotaFilter toFilter() {
        return new QuotaFilter(
                id == null || id.isEmpty() ? null : ids(id),
                SearchText.of("filter.search", search),
                scope == null ? Set.of() : Set.copyOf(scope),
                status == null ? Set.of() : Set.copyOf(status));
    }

    /** An id that names no quota is as good as one of a quota that is gone. */
    private static Set<QuotaId> ids(List<String> globalIds) {
        if (globalIds.size() > MOST_IDS) {
            throw ProblemException.badInput("filter.id", "It must have at most " + MOST_IDS + " ids.");
        }
        return globalIds.stream()
                .flatMap(globalId -> QuotaNodes.parse(globalId).stream())
                .collect(Collectors.toSet());
    }
}
