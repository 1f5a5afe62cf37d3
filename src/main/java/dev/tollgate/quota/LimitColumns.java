package dev.tollgate.quota;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import dev.tollgate.core.Money;
import java.util.Map;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** Limits as they are stored, a column each. */
record LimitColumns(
        Field<Long> totalTokens,
        Field<Long> inputTokens,
        Field<Long> outputTokens,
        Field<Long> requests,
        Field<Long> cost) {

    static LimitColumns named(String prefix) {
        return new LimitColumns(
                column(prefix + "total_tokens"),
                column(prefix + "input_tokens"),
                column(prefix + "output_tokens"),
                column(prefix + "requests"),
                column(prefix + "cost"));
    }

    private static Field<Long> column(String column) {
        return field(name(column), Long.class);
    }

    void put(@Nullable QuotaLimits limits, Map<Field<?>, @Nullable Object> columns) {
        Money money = limits == null ? null : limits.cost();
        columns.put(totalTokens, limits == null ? null : limits.totalTokens());
        columns.put(inputTokens, limits == null ? null : limits.inputTokens());
        columns.put(outputTokens, limits == null ? null : limits.outputTokens());
        columns.put(requests, limits == null ? null : limits.requests());
        columns.put(cost, money == null ? null : money.toUnits());
    }

    QuotaLimits read(Record found) {
        Long units = found.get(cost);
        return new QuotaLimits(
                found.get(totalTokens),
                found.get(inputTokens),
                found.get(outputTokens),
                found.get(requests),
                units == null ? null : Money.ofUnits(units));
    }
}
