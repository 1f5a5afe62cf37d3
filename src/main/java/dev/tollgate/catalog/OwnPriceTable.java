package dev.tollgate.catalog;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;

import dev.tollgate.core.ModelRef;
import dev.tollgate.core.OrganizationId;
import dev.tollgate.tenancy.TenantTransactions;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class OwnPriceTable {

    private static final Table<Record> OWN_PRICE = table(name("own_price"));
    private static final Field<UUID> ORGANIZATION = field(name("organization_id"), UUID.class);
    private static final Field<String> PROVIDER = field(name("provider"), String.class);
    private static final Field<String> MODEL = field(name("model"), String.class);
    private static final Field<Integer> REVISION = field(name("revision"), Integer.class);
    private static final Field<Long> ID = field(name("price_version_id"), Long.class);
    private static final Field<OffsetDateTime> FROM = field(name("effective_from"), OffsetDateTime.class);
    private static final Field<BigDecimal> INPUT = field(name("input_per_million"), BigDecimal.class);
    private static final Field<BigDecimal> OUTPUT = field(name("output_per_million"), BigDecimal.class);
    private static final Field<BigDecimal> CACHE_READ = field(name("cache_read_per_million"), BigDecimal.class);
    private static final Field<BigDecimal> CACHE_WRITE = field(name("cache_write_per_million"), BigDecimal.class);
    private static final Field<OffsetDateTime> CREATED_AT = field(name("created_at"), OffsetDateTime.class);

    private final TenantTransactions transactions;
    private final Clock clock;

    OwnPriceTable(TenantTransactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Every own price of the organization, in one statement. */
    List<StoredPrice> all(OrganizationId organization) {
        return transactions.read(
                organization,
                sql -> sql.select(PROVIDER, MODEL, REVISION, ID, FROM, INPUT, OUTPUT, CACHE_READ, CACHE_WRITE)
                        .from(OWN_PRICE)
                        .where(ORGANIZATION.eq(organization.value()))
                        .fetch(OwnPriceTable::read));
    }

    /** The newest revision of a model's own price; 0 when there is none. */
    int revision(DSLContext sql, OrganizationId organization, ModelRef model) {
        return sql.fetchSingle(newest(organization, model)).value1();
    }

    /** Adds a revision; empty when somebody else added that one meanwhile. */
    Optional<StoredPrice> add(
            DSLContext sql, OrganizationId organization, PriceStart start, @Nullable OwnPrice price, int revision) {
        return sql.insertInto(OWN_PRICE)
                .set(ORGANIZATION, organization.value())
                .set(PROVIDER, start.model().provider())
                .set(MODEL, start.model().model())
                .set(REVISION, revision)
                .set(FROM, start.effectiveFrom().atOffset(ZoneOffset.UTC))
                .set(INPUT, price == null ? null : price.input())
                .set(OUTPUT, price == null ? null : price.output())
                .set(CACHE_READ, price == null ? null : price.cacheRead())
                .set(CACHE_WRITE, price == null ? null : price.cacheWrite())
                .set(CREATED_AT, clock.instant().atOffset(ZoneOffset.UTC))
                .onConflictDoNothing()
                .returning(ID)
                .fetchOptional(ID)
                .map(id -> new StoredPrice(new PriceVersionId(id), revision, start, price));
    }

    private static Select<Record1<Integer>> newest(OrganizationId organization, ModelRef model) {
        Condition same = ORGANIZATION
                .eq(organization.value())
                .and(PROVIDER.eq(model.provider()))
                .and(MODEL.eq(model.model()));
        return select(coalesce(max(REVISION), val(0))).from(OWN_PRICE).where(same);
    }

    private static StoredPrice read(Record row) {
        PriceStart start = new PriceStart(
                new ModelRef(row.get(PROVIDER), row.get(MODEL)), row.get(FROM).toInstant());
        return new StoredPrice(new PriceVersionId(row.get(ID)), row.get(REVISION), start, price(start, row));
    }

    private static @Nullable OwnPrice price(PriceStart start, Record row) {
        BigDecimal input = row.get(INPUT);
        return input == null
                ? null
                : new OwnPrice(
                        start.model(),
                        start.effectiveFrom(),
                        input,
                        row.get(OUTPUT),
                        row.get(CACHE_READ),
                        row.get(CACHE_WRITE));
    }
}
