package dev.tollgate.usage;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import dev.tollgate.core.OrganizationId;
import java.util.LinkedHashMap;
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

    private final JsonMapper json;

    AttributionTable(JsonMapper json) {
        this.json = json;
    }

    /** The id of a combination with this digest; null when there is none. */
    @Nullable
    AttributionId find(DSLContext bound, OrganizationId organization, byte[] digest) {
        return bound.select(ID)
                .from(ATTRIBUTION)
                .where(ORGANIZATION.eq(organization.value()))
                .and(DIGEST.eq(digest))
                .fetchOne(row -> new AttributionId(row.get(ID)));
    }

    /** Adds a combination unless another transaction did so first. */
    void add(DSLContext bound, OrganizationId organization, byte[] digest, Attribution attribution) {
        Map<Field<?>, Object> row = new LinkedHashMap<>();
        row.put(ORGANIZATION, organization.value());
        row.put(DIGEST, digest);
        for (UsageDimension dimension : UsageDimension.values()) {
            if (dimension != UsageDimension.USER) {
                row.put(column(dimension), attribution.value(dimension));
            }
        }
        row.put(TAGS, JSONB.valueOf(json.writeValueAsString(attribution.tags())));
        bound.insertInto(ATTRIBUTION)
                .set(row)
                .onConflict(ORGANIZATION, DIGEST)
                .doNothing()
                .execute();
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
        return field(name(dimension.name().toLowerCase(Locale.ROOT)), String.class);
    }
}
