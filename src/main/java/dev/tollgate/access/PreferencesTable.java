package dev.tollgate.access;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import dev.tollgate.core.AccountId;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/** The statements on what accounts prefer. */
final class PreferencesTable {

    private static final Table<Record> ACCOUNT = table(name("account"));
    private static final Field<UUID> ID = field(name("account_id"), UUID.class);
    private static final Field<String> LOCALE = field(name("locale"), String.class);
    private static final Field<String> COLOR_SCHEME = field(name("color_scheme"), String.class);

    private final DSLContext sql;

    PreferencesTable(DSLContext sql) {
        this.sql = sql;
    }

    /** What the person chose; nobody else changes it until the transaction ends. */
    Optional<Preferences> lock(AccountId account) {
        return sql.select(LOCALE, COLOR_SCHEME)
                .from(ACCOUNT)
                .where(ID.eq(account.value()))
                .forUpdate()
                .fetchOptional(PreferencesTable::read);
    }

    Optional<Preferences> find(AccountId account) {
        return sql.select(LOCALE, COLOR_SCHEME)
                .from(ACCOUNT)
                .where(ID.eq(account.value()))
                .fetchOptional(PreferencesTable::read);
    }

    void store(AccountId account, Preferences preferences) {
        Preferences.ColorScheme scheme = preferences.colorScheme();
        sql.update(ACCOUNT)
                .set(LOCALE, preferences.locale())
                .set(COLOR_SCHEME, scheme == null ? null : scheme.name())
                .where(ID.eq(account.value()))
                .execute();
    }

    private static Preferences read(Record found) {
        String scheme = found.get(COLOR_SCHEME);
        return new Preferences(found.get(LOCALE), scheme == null ? null : Preferences.ColorScheme.valueOf(scheme));
    }
}
