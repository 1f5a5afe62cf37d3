package dev.tollgate.credential;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import dev.tollgate.tenancy.Timestamps;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/** The statements on provider_secret, each for one credential, within the transaction that the context belongs to. */
final class SecretTable {

    private static final Table<Record> PROVIDER_SECRET = table(name("provider_secret"));
    private static final Field<UUID> ORGANIZATION_ID = field(name("organization_id"), UUID.class);
    private static final Field<UUID> CREDENTIAL_ID = field(name("provider_credential_id"), UUID.class);
    private static final Field<Integer> SECRET_VERSION = field(name("secret_version"), Integer.class);
    private static final Field<String> BASE_URL = field(name("base_url"), String.class);
    private static final Field<byte[]> CIPHERTEXT = field(name("ciphertext"), byte[].class);
    private static final Field<OffsetDateTime> CREATED_AT = field(name("created_at"), OffsetDateTime.class);

    private final DSLContext sql;
    private final SecretPlace place;
    private final Condition ours;

    SecretTable(DSLContext sql, SecretPlace place) {
        this.sql = sql;
        this.place = place;
        this.ours = ORGANIZATION_ID
                .eq(place.organization().value())
                .and(CREDENTIAL_ID.eq(place.credential().value()));
    }

    /** A secret that cannot be read as it is. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Sealed(int version, String baseUrl, byte[] ciphertext) {}

    void insert(Sealed secret, Instant now) {
        sql.insertInto(PROVIDER_SECRET)
                .set(ORGANIZATION_ID, place.organization().value())
                .set(CREDENTIAL_ID, place.credential().value())
                .set(SECRET_VERSION, secret.version())
                .set(BASE_URL, secret.baseUrl())
                .set(CIPHERTEXT, secret.ciphertext())
                .set(CREATED_AT, Timestamps.of(now))
                .execute();
    }

    List<Sealed> all() {
        return sql.select(SECRET_VERSION, BASE_URL, CIPHERTEXT)
                .from(PROVIDER_SECRET)
                .where(ours)
                .fetch(found -> new Sealed(found.get(SECRET_VERSION), found.get(BASE_URL), found.get(CIPHERTEXT)));
    }

    void deleteBelow(int version) {
        sql.deleteFrom(PROVIDER_SECRET).where(ours, SECRET_VERSION.lt(version)).execute();
    }
}
