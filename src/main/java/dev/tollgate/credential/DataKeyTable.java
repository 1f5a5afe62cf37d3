package dev.tollgate.credential;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import dev.tollgate.core.OrganizationId;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** The statements on provider_data_key, each for one organization, within the transaction that the context belongs to. */
final class DataKeyTable {

    private static final Table<Record> PROVIDER_DATA_KEY = table(name("provider_data_key"));
    private static final Field<UUID> ORGANIZATION_ID = field(name("organization_id"), UUID.class);
    private static final Field<UUID> CREDENTIAL_ID = field(name("provider_credential_id"), UUID.class);
    private static final Field<String> MASTER_KEY_ID = field(name("master_key_id"), String.class);
    private static final Field<byte[]> WRAPPED_KEY = field(name("wrapped_key"), byte[].class);
    private static final Field<Integer> GENERATION = field(name("generation"), Integer.class);

    private final DSLContext sql;
    private final OrganizationId organization;
    private final Condition ours;

    DataKeyTable(DSLContext sql, OrganizationId organization) {
        this.sql = sql;
        this.organization = organization;
        this.ours = ORGANIZATION_ID.eq(organization.value());
    }

    /** A data key as one master key wrapped it. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Wrapped(CredentialId credential, String masterKeyId, byte[] key, int generation) {}

    List<Wrapped> of(CredentialId credential) {
        return sql.select(CREDENTIAL_ID, MASTER_KEY_ID, WRAPPED_KEY, GENERATION)
                .from(PROVIDER_DATA_KEY)
                .where(ours, CREDENTIAL_ID.eq(credential.value()))
                .fetch(DataKeyTable::read);
    }

    void store(Wrapped wrapped) {
        sql.insertInto(PROVIDER_DATA_KEY)
                .set(ORGANIZATION_ID, organization.value())
                .set(CREDENTIAL_ID, wrapped.credential().value())
                .set(MASTER_KEY_ID, wrapped.masterKeyId())
                .set(WRAPPED_KEY, wrapped.key())
                .set(GENERATION, wrapped.generation())
                .onConflict(ORGANIZATION_ID, CREDENTIAL_ID, MASTER_KEY_ID)
                .doUpdate()
                .set(WRAPPED_KEY, DSL.excluded(WRAPPED_KEY))
                .set(GENERATION, DSL.excluded(GENERATION))
                .execute();
    }

    /** Deletes what master keys wrapped whose place another has taken. */
    int deleteBelow(CredentialId credential, int generation) {
        return sql.deleteFrom(PROVIDER_DATA_KEY)
                .where(ours, CREDENTIAL_ID.eq(credential.value()), GENERATION.lt(generation))
                .execute();
    }

    private static Wrapped read(Record found) {
        return new Wrapped(
                new CredentialId(found.get(CREDENTIAL_ID)),
                found.get(MASTER_KEY_ID),
                found.get(WRAPPED_KEY),
                found.get(GENERATION));
    }
}
