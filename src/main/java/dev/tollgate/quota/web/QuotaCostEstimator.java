package dev.tollgate.quota.web;

import dev.tollgate.graphql.CostEstimator;
import graphql.GraphQLContext;
import graphql.normalized.ExecutableNormalizedField;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;

/** Tells that the history of quotas is read period by period, which costs more than the few cells it reads. */
@Component
class QuotaCostEstimator implements CostEstimator {

    private static final long CELLS_A_PERIOD = 20_000;
    private static final int LIMITS = 5;

    @Override
    public long estimateCells(ExecutableNormalizedField field, GraphQLContext context) {
        return isOf(field, "Quota", "history") && field.getResolvedArguments().get("first") instanceof Integer first
                ? CELLS_A_PERIOD * Math.clamp(first, 0, QuotaController.MOST_PERIODS)
                : 0;
    }

    @Override
    public OptionalLong estimateRows(ExecutableNormalizedField field, GraphQLContext context) {
        return isOf(field, "QuotaUtilization", "limits") ? OptionalLong.of(LIMITS) : OptionalLong.empty();
    }

    private static boolean isOf(ExecutableNormalizedField field, String type, String name) {
        return field.getFieldName().equals(name) && field.getObjectTypeNames().contains(type);
    }
}
