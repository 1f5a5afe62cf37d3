package dev.tollgate.graphql;

import graphql.GraphQLContext;
import graphql.normalized.ExecutableNormalizedField;
import graphql.schema.GraphQLOutputType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import java.util.List;
import java.util.OptionalLong;

/**
 * Computes what an operation will cost: 1 for each object it may return, and what its cells cost. A list is as long as the
 * nearest {@code first} above it that no list has used yet, else as its module estimates, else as assumed. Introspection is
 * free; other limits hold there.
 */
record CostModel(GraphQLSchema schema, GraphQLContext context, List<CostEstimator> estimators, int assumedListSize) {

    /** The cost of fields that stand side by side, saturating at {@link Long#MAX_VALUE}. */
    long cost(List<ExecutableNormalizedField> fields) {
        return cost(fields, OptionalLong.empty());
    }

    private long cost(List<ExecutableNormalizedField> fields, OptionalLong rows) {
        return fields.stream().mapToLong(field -> cost(field, rows)).reduce(0, CostModel::plus);
    }

    private long cost(ExecutableNormalizedField field, OptionalLong rowsAbove) {
        if (!field.hasChildren() || field.getFieldName().startsWith("__")) {
            return 0;
        }
        OptionalLong rows = first(field).isPresent() ? first(field) : rowsAbove;
        long cells = QueryCost.ofCells(cells(field));
        if (isList(field)) {
            long row = plus(1, cost(field.getChildren(), OptionalLong.empty()));
            return plus(cells, times(rows.orElseGet(() -> estimatedRows(field)), row));
        }
        return plus(plus(1, cells), cost(field.getChildren(), rows));
    }

    private long cells(ExecutableNormalizedField field) {
        return estimators.stream()
                .mapToLong(estimator -> estimator.estimateCells(field, context))
                .reduce(0, CostModel::plus);
    }

    private long estimatedRows(ExecutableNormalizedField field) {
        return estimators.stream()
                .flatMapToLong(estimator -> estimator.estimateRows(field, context).stream())
                .findFirst()
                .orElse(assumedListSize);
    }

    private boolean isList(ExecutableNormalizedField field) {
        GraphQLOutputType type = field.getFieldDefinitions(schema).getFirst().getType();
        return GraphQLTypeUtil.isList(GraphQLTypeUtil.unwrapNonNull(type));
    }

    /** No page is longer than the longest: a field that is asked for more will say so itself. */
    private static OptionalLong first(ExecutableNormalizedField field) {
        Object first = field.getResolvedArguments().get("first");
        return first instanceof Integer rows
                ? OptionalLong.of(Math.clamp(rows, 0, PageSize.LONGEST))
                : OptionalLong.empty();
    }

    private static long plus(long one, long other) {
        return one > Long.MAX_VALUE - other ? Long.MAX_VALUE : one + other;
    }

    private static long times(long one, long other) {
        return Math.multiplyHigh(one, other) == 0 && one * other >= 0 ? one * other : Long.MAX_VALUE;
    }
}
