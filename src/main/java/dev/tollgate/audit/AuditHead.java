package dev.tollgate.audit;

import dev.tollgate.core.OrganizationId;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;

/** The end of an organization's chain. */
record AuditHead(long sequence, EntryHash hash) {

    /** Before the first entry. */
    static final AuditHead START = new AuditHead(0, EntryHash.NONE);

    private static final String LOCK = """
            INSERT INTO audit_head AS h (organization_id, sequence, hash) VALUES (?, 0, ?)
            ON CONFLICT (organization_id) DO UPDATE SET sequence = h.sequence
            RETURNING sequence, hash
            """;
    private static final String FIND = "SELECT sequence, hash FROM audit_head WHERE organization_id = ?";
    private static final String MOVE = "UPDATE audit_head SET sequence = ?, hash = ? WHERE organization_id = ?";

    /** Waits for whoever else adds an entry, until the end of the transaction. */
    static AuditHead lock(DSLContext sql, OrganizationId organization) {
        return sql.resultQuery(LOCK, organization.value(), START.hash().bytes()).fetchSingle(AuditHead::read);
    }

    static AuditHead find(DSLContext sql, OrganizationId organization) {
        Optional<AuditHead> found = sql.resultQuery(FIND, organization.value()).fetchOptional(AuditHead::read);
        return found.orElse(START);
    }

    void store(DSLContext sql, OrganizationId organization) {
        sql.execute(MOVE, sequence, hash.bytes(), organization.value());
    }

    private static AuditHead read(Record row) {
        return new AuditHead(row.get("sequence", Long.class), EntryHash.of(row.get("hash", byte[].class)));
    }
}
