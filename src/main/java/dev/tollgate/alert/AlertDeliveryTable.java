package dev.tollgate.alert;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.table;

import dev.tollgate.core.OrganizationId;
import dev.tollgate.tenancy.Timestamps;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The statements on alert_delivery, each for one organization, within the transaction that the context belongs to. */
final class AlertDeliveryTable {

    private static final Table<Record> ALERT_DELIVERY = table(name("alert_delivery"));
    private static final Field<UUID> ORGANIZATION_ID = field(name("organization_id"), UUID.class);
    private static final Field<UUID> ID = field(name("delivery_id"), UUID.class);
    private static final Field<UUID> ALERT_ID = field(name("alert_id"), UUID.class);
    private static final Field<UUID> DESTINATION_ID = field(name("destination_id"), UUID.class);
    private static final Field<String> DESTINATION_NAME = field(name("destination_name"), String.class);
    private static final Field<String> OCCASION = field(name("occasion"), String.class);
    private static final Field<String> MESSAGE_ID = field(name("message_id"), String.class);
    private static final Field<UUID> REPLAY_OF = field(name("replay_of"), UUID.class);
    private static final Field<JSONB> BODY = field(name("body"), JSONB.class);
    private static final Field<String> STATUS = field(name("status"), String.class);
    private static final Field<Integer> ATTEMPTS = field(name("attempts"), Integer.class);
    private static final Field<OffsetDateTime> NEXT_ATTEMPT_AT = field(name("next_attempt_at"), OffsetDateTime.class);
    private static final Field<OffsetDateTime> ATTEMPTED_AT = field(name("attempted_at"), OffsetDateTime.class);
    private static final Field<Integer> RESPONSE_CODE = field(name("response_code"), Integer.class);
    private static final Field<String> ERROR = field(name("error"), String.class);
    private static final Field<OffsetDateTime> CREATED_AT = field(name("created_at"), OffsetDateTime.class);
    private static final List<Field<?>> COLUMNS = List.of(
            ID,
            ALERT_ID,
            DESTINATION_ID,
            DESTINATION_NAME,
            OCCASION,
            MESSAGE_ID,
            REPLAY_OF,
            BODY,
            STATUS,
            ATTEMPTS,
            NEXT_ATTEMPT_AT,
            ATTEMPTED_AT,
            RESPONSE_CODE,
            ERROR,
            CREATED_AT);

    /** Whether a delivery says that an alert is resolved of which the destination is still to be told that it was raised. */
    private static final Condition AHEAD = DSL.condition("""
            occasion = 'RESOLVED' AND EXISTS (
              SELECT 1 FROM alert_delivery AS raised
              WHERE raised.organization_id = alert_delivery.organization_id AND raised.alert_id = alert_delivery.alert_id
                AND raised.destination_id = alert_delivery.destination_id
                AND raised.occasion = 'RAISED' AND raised.status = 'PENDING')
            """);

    private final DSLContext sql;
    private final OrganizationId organization;
    private final Condition ours;

    AlertDeliveryTable(DSLContext sql, OrganizationId organization) {
        this.sql = sql;
        this.organization = organization;
        this.ours = ORGANIZATION_ID.eq(organization.value());
    }

    void insert(AlertDelivery delivery) {
        Map<Field<?>, @Nullable Object> columns = changeable(delivery);
        columns.put(ORGANIZATION_ID, organization.value());
        columns.put(ID, delivery.id().value());
        columns.put(ALERT_ID, delivery.alert() == null ? null : delivery.alert().value());
        columns.put(DESTINATION_ID, delivery.destination().value());
        columns.put(DESTINATION_NAME, delivery.destinationName());
        columns.put(OCCASION, delivery.occasion().name());
        columns.put(MESSAGE_ID, delivery.messageId());
        columns.put(
                REPLAY_OF,
                delivery.replayOf() == null ? null : delivery.replayOf().value());
        columns.put(BODY, JSONB.valueOf(delivery.body()));
        columns.put(CREATED_AT, Timestamps.of(delivery.createdAt()));
        sql.insertInto(ALERT_DELIVERY).set(columns).execute();
    }

    Optional<AlertDelivery> find(AlertDeliveryId id) {
        return sql.selectFrom(ALERT_DELIVERY).where(ours, ID.eq(id.value())).fetchOptional(this::read);
    }

    List<AlertDeliveryId> due(Instant now, int limit) {
        return sql.select(ID)
                .from(ALERT_DELIVERY)
                .where(ours, isDue(now))
                .orderBy(NEXT_ATTEMPT_AT, ID)
                .limit(limit)
                .fetch(found -> new AlertDeliveryId(Objects.requireNonNull(found.get(ID))));
    }

    /** The delivery, when it is due: it is being tried then, by nobody else before {@code until}. */
    Optional<AlertDelivery> claim(AlertDeliveryId id, Instant now, Instant until) {
        return sql.update(ALERT_DELIVERY)
                .set(NEXT_ATTEMPT_AT, Timestamps.of(until))
                .set(ATTEMPTED_AT, Timestamps.of(now))
                .set(ATTEMPTS, ATTEMPTS.plus(1))
                .where(ours, ID.eq(id.value()), isDue(now))
                .returningResult(COLUMNS)
                .fetchOptional(this::read);
    }

    /** What became of an attempt, unless another node has taken over meanwhile. */
    void store(AlertDelivery delivery) {
        sql.update(ALERT_DELIVERY)
                .set(changeable(delivery))
                .where(ours, ID.eq(delivery.id().value()), ATTEMPTS.eq(delivery.attempts()))
                .execute();
    }

    /** Newest first. */
    List<AlertDelivery> list(DeliveryFilter filter, @Nullable TimePosition after, int limit) {
        Condition behind =
                after == null ? DSL.noCondition() : row(CREATED_AT, ID).lt(Timestamps.of(after.at()), after.id());
        return sql.selectFrom(ALERT_DELIVERY)
                .where(ours, condition(filter), behind)
                .orderBy(CREATED_AT.desc(), ID.desc())
                .limit(limit)
                .fetch(this::read);
    }

    int count(DeliveryFilter filter) {
        return sql.fetchCount(ALERT_DELIVERY, ours, condition(filter));
    }

    private static Condition condition(DeliveryFilter filter) {
        Condition condition = DSL.noCondition();
        if (filter.alert() != null) {
            condition = condition.and(ALERT_ID.eq(filter.alert().value()));
        }
        if (filter.destination() != null) {
            condition = condition.and(DESTINATION_ID.eq(filter.destination().value()));
        }
        return filter.status() == null
                ? condition
                : condition.and(STATUS.eq(filter.status().name()));
    }

    /** What resolves an alert waits until its destination was told that it was raised, or is told so no more. */
    private static Condition isDue(Instant now) {
        return STATUS.eq(DeliveryStatus.PENDING.name())
                .and(NEXT_ATTEMPT_AT.le(Timestamps.of(now)))
                .andNot(AHEAD);
    }

    private static Map<Field<?>, @Nullable Object> changeable(AlertDelivery delivery) {
        Map<Field<?>, @Nullable Object> columns = new LinkedHashMap<>();
        columns.put(STATUS, delivery.status().name());
        columns.put(ATTEMPTS, delivery.attempts());
        columns.put(NEXT_ATTEMPT_AT, Timestamps.of(delivery.nextAttemptAt()));
        columns.put(ATTEMPTED_AT, Timestamps.of(delivery.attemptedAt()));
        columns.put(RESPONSE_CODE, delivery.responseCode());
        columns.put(ERROR, delivery.error());
        return columns;
    }

    private AlertDelivery read(Record found) {
        UUID alert = found.get(ALERT_ID);
        UUID replayOf = found.get(REPLAY_OF);
        return new AlertDelivery(
                organization,
                new AlertDeliveryId(Objects.requireNonNull(found.get(ID))),
                alert == null ? null : new AlertId(alert),
                new AlertDestinationId(Objects.requireNonNull(found.get(DESTINATION_ID))),
                found.get(DESTINATION_NAME),
                AlertOccasion.valueOf(found.get(OCCASION)),
                found.get(MESSAGE_ID),
                replayOf == null ? null : new AlertDeliveryId(replayOf),
                found.get(BODY).data(),
                DeliveryStatus.valueOf(found.get(STATUS)),
                found.get(ATTEMPTS),
                Timestamps.instant(found.get(NEXT_ATTEMPT_AT)),
                Timestamps.instant(found.get(ATTEMPTED_AT)),
                found.get(RESPONSE_CODE),
                found.get(ERROR),
                found.get(CREATED_AT).toInstant());
    }
}
