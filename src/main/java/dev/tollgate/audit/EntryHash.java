package dev.tollgate.audit;

import dev.tollgate.core.OrganizationId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A link of the chain: SHA-256 over the link before and everything that an entry says, each part with its length. */
record EntryHash(String digits) {

    /** What the first entry follows. */
    static final EntryHash NONE = EntryHash.of(new byte[32]);

    static EntryHash of(byte[] bytes) {
        return new EntryHash(HexFormat.of().formatHex(bytes));
    }

    byte[] bytes() {
        return HexFormat.of().parseHex(digits);
    }

    EntryHash next(OrganizationId organization, AuditEntry entry) {
        MessageDigest digest = sha256();
        digest.update(bytes());
        parts(organization, entry).forEach(part -> update(digest, part));
        return of(digest.digest());
    }

    private static Stream<@Nullable String> parts(OrganizationId organization, AuditEntry entry) {
        ActorColumns actor = ActorColumns.of(entry.actor());
        return Arrays.<@Nullable String>asList(
                organization.toString(),
                Long.toString(entry.sequence()),
                Long.toString(ChronoUnit.MICROS.between(java.time.Instant.EPOCH, entry.recordedAt())),
                actor.type(),
                actor.id(),
                entry.action(),
                entry.outcome().name(),
                entry.target().type(),
                entry.target().id(),
                entry.before(),
                entry.after(),
                entry.reason(),
                entry.address())
                .stream();
    }

    /** Nothing is told from an empty text by its length. */
    private static void update(MessageDigest digest, @Nullable String part) {
        byte[] bytes = Objects.requireNonNullElse(part, "").getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES)
                .putInt(part == null ? -1 : bytes.length)
                .flip());
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
