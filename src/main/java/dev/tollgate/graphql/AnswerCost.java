package dev.tollgate.graphql;

import graphql.ExecutionResult;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@code extensions.cost} says.
 *
 * @param requested the cost as computed before execution
 * @param actual the objects in the answer, and what the cells read cost; 0 when only introspection was asked for
 * @param cellsRead how many cells were read
 */
record AnswerCost(long requested, long actual, long cellsRead) {

    static AnswerCost of(ExecutionResult result, QueryCost cost) {
        Object data = result.isDataPresent() ? result.getData() : null;
        long below = cost.requested() == 0 ? 0 : Math.max(0, objects(data) - 1);
        return new AnswerCost(cost.requested(), below + QueryCost.ofCells(cost.cellsRead()), cost.cellsRead());
    }

    private static long objects(@Nullable Object value) {
        return switch (value) {
            case Map<?, ?> object -> 1 + objectsIn(object.values());
            case Collection<?> list -> objectsIn(list);
            case null, default -> 0;
        };
    }

    private static long objectsIn(Collection<?> values) {
        return values.stream().mapToLong(AnswerCost::objects).sum();
    }
}
