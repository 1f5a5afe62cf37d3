package dev.tollgate.alert;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.table;

import dev.tollgate.core.OrganizationId;
import dev.tollgate.tenancy.Timestamps;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The statements on alert_destination, each for one organization, within the transaction that the context belongs to. */
final class AlertDestinationTable {

    private static final Table<Record> ALERT_DESTINATION = table(name("alert_destination"));
    private static final Field<UUID> ORGANIZATION_ID = field(name("organization_id"), UUID.class);
    private static final Field<UUID> ID = field(name("destination_id"), UUID.class);
    private static final Field<String> NAME = field(name("name"), String.class);
    private static final Field<String> KIND = field(name("kind"), String.class);
    private static final Field<String> URL = field(name("url"), String.class);
    private static final Field<String[]> RECIPIENTS = field(name("recipients"), String[].class);
    private static final Field<String> SECRET = field(name("secret"), String.class);
    private static final Field<Integer> VERSION = field(name("version"), Integer.class);
    private static final Field<OffsetDateTime> CREATED_AT = field(name("created_at"), OffsetDateTime.class);

    private final DSLContext sql;
    private final OrganizationId organization;
    private final Condition ours;

    AlertDestinationTable(DSLContext sql, OrganizationId organization) {
        this.sql = sql;
        this.organization = organization;
        this.ours = ORGANIZATION_ID.eq(organization.value());
    }

    void insert(AlertDestination destination) {
        Map<Field<?>, @Nullable Object> columns = changeable(destination);
        columns.put(ORGANIZATION_ID, organization.value());
        columns.put(ID, destination.id().value());
        columns.put(KIND, destination.target().kind().name());
        columns.put(CREATED_AT, Timestamps.of(destination.createdAt()));
        sql.insertInto(ALERT_DESTINATION).set(columns).execute();
    }

    void update(AlertDestination destination) {
        sql.update(ALERT_DESTINATION)
                .set(changeable(destination))
                .where(ours, ID.eq(destination.id().value()))
                .execute();
    }

    void delete(AlertDestinationId id) {
        sql.deleteFrom(ALERT_DESTINATION).where(ours, ID.eq(id.value())).execute();
    }

    Optional<AlertDestination> find(AlertDestinationId id) {
        return find(List.of(id)).stream().findFirst();
    }

    List<AlertDestination> find(Collection<AlertDestinationId> ids) {
        List<UUID> values = ids.stream().map(AlertDestinationId::value).toList();
        return sql.selectFrom(ALERT_DESTINATION)
                .where(ours, ID.in(values))
                .orderBy(NAME, ID)
                .fetch(this::read);
    }

    /** The destination; others who change it wait until the end of the transaction. */
    Optional<AlertDestination> lock(AlertDestinationId id) {
        return sql.selectFrom(ALERT_DESTINATION)
                .where(ours, ID.eq(id.value()))
                .forUpdate()
                .fetchOptional(this::read);
    }

    /** All destinations; others who change them wait until the end of the transaction. */
    List<AlertDestination> lockAll() {
        return sql.selectFrom(ALERT_DESTINATION)
                .where(ours)
                .orderBy(ID)
                .forUpdate()
                .fetch(this::read);
    }

    /** Stores the same secret in another form. */
    void keep(AlertDestinationId id, KeptSecret secret) {
        sql.update(ALERT_DESTINATION)
                .set(SECRET, secret.text())
                .where(ours, ID.eq(id.value()))
                .execute();
    }

    /** By name. */
    List<AlertDestination> list(@Nullable NamePosition after, int limit) {
        Condition behind = after == null ? DSL.noCondition() : row(NAME, ID).gt(after.name(), after.id());
        return sql.selectFrom(ALERT_DESTINATION)
                .where(ours, behind)
                .orderBy(NAME, ID)
                .limit(limit)
                .fetch(this::read);
    }

    int count() {
        return sql.fetchCount(ALERT_DESTINATION, ours);
    }

    private static Map<Field<?>, @Nullable Object> changeable(AlertDestination destination) {
        Map<Field<?>, @Nullable Object> columns = new LinkedHashMap<>();
        DeliveryTarget target = destination.target();
        columns.put(NAME, destination.name());
        columns.put(VERSION, destination.version());
        columns.put(URL, url(target));
        columns.put(
                SECRET,
                target instanceof DeliveryTarget.Webhook webhook
                        ? webhook.secret().text()
                        : null);
        columns.put(
                RECIPIENTS,
                target instanceof DeliveryTarget.Email(var recipients)
                        ? recipients.toArray(String[]::new)
                        : new String[0]);
        return columns;
    }

    private static @Nullable String url(DeliveryTarget target) {
        return switch (target) {
            case DeliveryTarget.Webhook webhook -> webhook.url().toString();
            case DeliveryTarget.Slack(var url) -> url.toString();
            case DeliveryTarget.Email _ -> null;
        };
    }

    private AlertDestination read(Record found) {
        return new AlertDestination(
                organization,
                new AlertDestinationId(Objects.requireNonNull(found.get(ID))),
                found.get(NAME),
                target(found),
                found.get(VERSION),
                found.get(CREATED_AT).toInstant());
    }

    private static DeliveryTarget target(Record found) {
        return switch (DeliveryTarget.Kind.valueOf(found.get(KIND))) {
            case WEBHOOK -> new DeliveryTarget.Webhook(URI.create(found.get(URL)), new KeptSecret(found.get(SECRET)));
            case SLACK -> new DeliveryTarget.Slack(URI.create(found.get(URL)));
            case EMAIL -> new DeliveryTarget.Email(List.of(found.get(RECIPIENTS)));
        };
    }
}
