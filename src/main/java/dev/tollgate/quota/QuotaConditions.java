package dev.tollgate.quota;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;

import dev.tollgate.core.OrganizationId;
import dev.tollgate.live.ControlSignal.QuotaStatus;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.jspecify.annotations.Nullable;

/** What a filter asks of the rows of the table quota, for one organization at a time. */
record QuotaConditions(OrganizationId organization, Instant now) {

    private static final Field<UUID> ORGANIZATION_ID = field(name("organization_id"), UUID.class);
    private static final Field<UUID> ID = field(name("quota_id"), UUID.class);
    private static final Field<String> NAME = field(name("name"), String.class);
    private static final Field<String> SCOPE = field(name("scope"), String.class);
    private static final Field<String> SCOPE_VALUE = field(name("scope_value"), String.class);
    private static final Field<String> PERIOD = field(name("period"), String.class);
    private static final Field<String> STATUS = field(name("status"), String.class);
    private static final Field<OffsetDateTime> PERIOD_END = field(name("period_end"), OffsetDateTime.class);

    Condition of(QuotaFilter filter) {
        return ids(filter.ids())
                .and(search(filter.search()))
                .and(scopes(filter.scopes()))
                .and(statuses(filter.statuses()));
    }

    private static Condition ids(@Nullable Set<QuotaId> ids) {
        return ids == null
                ? noCondition()
                : ID.in(ids.stream().map(QuotaId::value).toList());
    }

    private static Condition search(@Nullable String text) {
        return text == null
                ? noCondition()
                : NAME.containsIgnoreCase(text)
                        .or(SCOPE.ne(QuotaScope.Type.API_KEY.name()).and(SCOPE_VALUE.containsIgnoreCase(text)));
    }

    private static Condition scopes(Set<QuotaScope.Type> scopes) {
        return scopes.isEmpty() ? noCondition() : SCOPE.in(names(scopes));
    }

    private Condition statuses(Set<QuotaStatus> statuses) {
        if (statuses.isEmpty()) {
            return noCondition();
        }
        Set<QuotaStatus> told = EnumSet.copyOf(statuses);
        // Of those that are within their limits most were never told of.
        return told.remove(QuotaStatus.OK)
                ? told(EnumSet.complementOf(EnumSet.copyOf(statuses))).not()
                : told(told);
    }

    /** The status was told to be one of these, in a period that is not over; a window that rolls never is. */
    private Condition told(Set<QuotaStatus> statuses) {
        Condition running = PERIOD_END.gt(now.atOffset(ZoneOffset.UTC));
        return ID.in(quotas(STATUS.in(names(statuses)).and(running)))
                .or(PERIOD.startsWith("ROLLING_").and(ID.in(quotas(STATUS.in(names(statuses))))));
    }

    private Select<Record1<UUID>> quotas(Condition condition) {
        return select(ID).from(table(name("quota_status"))).where(ORGANIZATION_ID.eq(organization.value()), condition);
    }

    private static List<String> names(Set<? extends Enum<?>> values) {
        return values.stream().<String>map(Enum::name).toList();
    }
}
