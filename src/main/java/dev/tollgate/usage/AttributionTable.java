package dev.tollgate.usage;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import dev.tollgate.core.OrganizationId;
import dev.tollgate.tenancy.BulkInsert;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of the dictionary. */
@Component
class AttributionTable {

    private static final Table<Record> ATTRIBUTION = table(name("attribution"));
    private static final Field<UUID> ORGANIZATION = field(name("organization_id"), UUID.class);
    private static final Field<Long> ID = field(name("attribution_id"), Long.class);
    private static final Field<byte[]> DIGEST = field(name("digest"), byte[].class);
    private static final Field<JSONB> TAGS = field(name("tags"), JSONB.class);
    private static final TypeReference<TreeMap<String, String>> TAG_MAP = new TypeReference<>() {};

    private static final int MOST_AT_ONCE = 1_000;

    private final JsonMapper json;
    private final BulkInsert<Map.Entry<AttributionDigest, Attribution>> insert;

    AttributionTable(JsonMapper json) {
        this.json = json;
        BulkInsert.Builder<Map.Entry<AttributionDigest, Attribution>> rows =
                BulkInsert.<Map.Entry<AttributionDigest, Attribution>>into("attribution")
                        .bytes("digest", row -> row.getKey().bytes());
        for (UsageDimension dimension : UsageDimension.values()) {
            if (dimension != UsageDimension.USER) {
                rows.text(columnName(dimension), row -> row.getValue().value(dimension));
            }
        }
        this.insert = rows.json(
                        "tags", row -> json.writeValueAsString(row.getValue().tags()))
                .ending("ON CONFLICT (organization_id, digest) DO NOTHING");
    }

    /** The ids of the combinations that are there. */
    Map<AttributionDigest, AttributionId> find(
            DSLContext bound, OrganizationId organization, Collection<AttributionDigest> digests) {
        Map<AttributionDigest, AttributionId> found = new HashMap<>();
        List<byte[]> wanted = digests.stream().map(AttributionDigest::bytes).toList();
        for (int from = 0; from < wanted.size(); from += MOST_AT_ONCE) {
            bound.select(DIGEST, ID)
                    .from(ATTRIBUTION)
                    .where(ORGANIZATION.eq(organization.value()))
                    .and(DIGEST.in(wanted.subList(from, Math.min(wanted.size(), from + MOST_AT_ONCE))))
                    .forEach(row -> found.put(AttributionDigest.of(row.get(DIGEST)), new AttributionId(row.get(ID))));
        }
        return found;
    }

    /** Adds combinations, but for those that another transaction added first. */
    void add(DSLContext bound, OrganizationId organization, Map<AttributionDigest, Attribution> attributions) {
        List<Map.Entry<AttributionDigest, Attribution>> rows = List.copyOf(attributions.entrySet());
        bound.connection(connection -> insert.execute(connection, organization, rows));
    }

    int count(DSLContext bound, OrganizationId organization) {
        return bound.fetchCount(ATTRIBUTION, ORGANIZATION.eq(organization.value()));
    }

    Map<AttributionId, Attribution> all(DSLContext bound, OrganizationId organization) {
        Map<AttributionId, Attribution> found = new LinkedHashMap<>();
        bound.select()
                .from(ATTRIBUTION)
                .where(ORGANIZATION.eq(organization.value()))
                .forEach(row -> found.put(new AttributionId(row.get(ID)), attribution(row)));
        return found;
    }

    private Attribution attribution(Record row) {
        return new Attribution(
                required(row, UsageDimension.PROVIDER),
                required(row, UsageDimension.MODEL),
                optional(row, UsageDimension.MODEL_FAMILY),
                optional(row, UsageDimension.TEAM),
                optional(row, UsageDimension.PROJECT),
                optional(row, UsageDimension.COST_CENTER),
                optional(row, UsageDimension.FEATURE),
                optional(row, UsageDimension.ENVIRONMENT),
                optional(row, UsageDimension.API_KEY),
                RequestType.valueOf(required(row, UsageDimension.REQUEST_TYPE)),
                optional(row, UsageDimension.SERVICE_TIER),
                json.readValue(row.get(TAGS).data(), TAG_MAP));
    }

    private static String required(Record row, UsageDimension dimension) {
        return Objects.requireNonNull(optional(row, dimension));
    }

    private static @Nullable String optional(Record row, UsageDimension dimension) {
        return row.get(column(dimension));
    }

    private static Field<String> column(UsageDimension dimension) {
        return field(name(columnName(dimension)), String.class);
    }

    private static String columnName(UsageDimension dimension) {
        return dimension.name().toLowerCase(Locale.ROOT);
    }
}
