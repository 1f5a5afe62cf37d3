package dev.tollgate.audit;

import dev.tollgate.core.OrganizationId;
import dev.tollgate.tenancy.Timestamps;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;

/**
 * The end of an organization's chain.
 *
 * @param recordedAt when the newest entry was recorded; the epoch before the first
 */
record AuditHead(long sequence, EntryHash hash, Instant recordedAt) {

    /** Before the first entry. */
    static final AuditHead START = new AuditHead(0, EntryHash.NONE, Instant.EPOCH);

    private static final String LOCK = """
            INSERT INTO audit_head AS h (organization_id, sequence, hash) VALUES (?, 0, ?)
            ON CONFLICT (organization_id) DO UPDATE SET sequence = h.sequence
            RETURNING sequence, hash, recorded_at
            """;
    private static final String FIND = "SELECT sequence, hash, recorded_at FROM audit_head WHERE organization_id = ?";
    private static final String MOVE =
            "UPDATE audit_head SET sequence = ?, hash = ?, recorded_at = CAST(? AS timestamptz) WHERE organization_id = ?";

    /** Waits for whoever else adds an entry, until the end of the transaction. */
    static AuditHead lock(DSLContext sql, OrganizationId organization) {
        return sql.resultQuery(LOCK, organization.value(), START.hash().bytes()).fetchSingle(AuditHead::read);
    }

    static AuditHead find(DSLContext sql, OrganizationId organization) {
        Optional<AuditHead> found = sql.resultQuery(FIND, organization.value()).fetchOptional(AuditHead::read);
        return found.orElse(START);
    }

    /** Whether it is the same entry; when that was recorded is in its hash. */
    boolean isAt(AuditHead other) {
        return sequence == other.sequence && hash.equals(other.hash);
    }

    /** When an entry is recorded that follows: at a time, but not before this one, whose node's clock may be ahead. */
    Instant next(Instant now) {
        return now.isBefore(recordedAt) ? recordedAt : now;
    }

    void store(DSLContext sql, OrganizationId organization) {
        sql.execute(MOVE, sequence, hash.bytes(), Timestamps.of(recordedAt), organization.value());
    }

    private static AuditHead read(Record row) {
        return new AuditHead(
                row.get("sequence", Long.class),
                EntryHash.of(row.get("hash", byte[].class)),
                Objects.requireNonNull(Timestamps.instant(row.get("recorded_at", OffsetDateTime.class))));
    }
}
