package dev.tollgate.quota;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;

import dev.tollgate.core.OrganizationId;
import dev.tollgate.live.ControlSignal.QuotaStatus;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.Table;

/** The statements on quota_status, each for one organization, within the transaction that the context belongs to. */
final class QuotaStatusTable {

    private static final Table<Record> QUOTA_STATUS = table(name("quota_status"));
    private static final Field<UUID> ORGANIZATION_ID = field(name("organization_id"), UUID.class);
    private static final Field<UUID> ID = field(name("quota_id"), UUID.class);
    private static final Field<String> STATUS = field(name("status"), String.class);
    private static final Field<OffsetDateTime> PERIOD_END = field(name("period_end"), OffsetDateTime.class);

    private static final String LOCK = """
            INSERT INTO quota_status AS s (organization_id, quota_id, status, period_end)
            SELECT organization_id, quota_id, 'OK', CAST(? AS timestamptz) FROM quota WHERE organization_id = ? AND quota_id = ?
            ON CONFLICT (organization_id, quota_id) DO UPDATE SET status = s.status
            RETURNING status, period_end
            """;

    private final DSLContext sql;
    private final OrganizationId organization;
    private final Condition ours;

    QuotaStatusTable(DSLContext sql, OrganizationId organization) {
        this.sql = sql;
        this.organization = organization;
        this.ours = ORGANIZATION_ID.eq(organization.value());
    }

    Map<QuotaId, ToldStatus> all() {
        return sql.selectFrom(QUOTA_STATUS)
                .where(ours)
                .fetchMap(found -> new QuotaId(Objects.requireNonNull(found.get(ID))), QuotaStatusTable::read);
    }

    /** So many at most whose status is at least so severe, in a period that is not over; a window that rolls never is. */
    List<QuotaId> crossed(QuotaStatus least, Instant now, int limit) {
        List<String> severe = Arrays.stream(QuotaStatus.values())
                .filter(status -> status.compareTo(least) >= 0)
                .map(QuotaStatus::name)
                .toList();
        return sql.select(ID)
                .from(QUOTA_STATUS)
                .where(
                        ours,
                        STATUS.in(severe),
                        PERIOD_END.gt(now.atOffset(ZoneOffset.UTC)).or(ID.in(rolling())))
                .orderBy(ID)
                .limit(limit)
                .fetch(found -> new QuotaId(Objects.requireNonNull(found.get(ID))));
    }

    private Select<Record1<UUID>> rolling() {
        return select(ID)
                .from(table(name("quota")))
                .where(ours, field(name("period"), String.class).startsWith("ROLLING_"));
    }

    /** What was told last; others who are about to tell wait until the end of the transaction. A first one begins as OK. */
    Optional<ToldStatus> lock(QuotaId id, Instant periodEnd) {
        return sql.resultQuery(LOCK, periodEnd.atOffset(ZoneOffset.UTC), organization.value(), id.value())
                .fetchOptional(QuotaStatusTable::read);
    }

    void update(QuotaId id, ToldStatus told) {
        sql.update(QUOTA_STATUS)
                .set(STATUS, told.status().name())
                .set(PERIOD_END, told.periodEnd().atOffset(ZoneOffset.UTC))
                .where(ours, ID.eq(id.value()))
                .execute();
    }

    private static ToldStatus read(Record found) {
        return new ToldStatus(
                QuotaStatus.valueOf(found.get(STATUS)), found.get(PERIOD_END).toInstant());
    }
}
