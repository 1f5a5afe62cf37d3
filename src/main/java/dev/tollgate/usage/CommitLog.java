package dev.tollgate.usage;

import dev.tollgate.core.OrganizationId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * The writing side of {@code usage_batch}: gives a commit its number. The row lock that this takes is held until the transaction
 * ends, so that it comes last.
 */
@Component
class CommitLog {

    private static final String APPEND = """
            WITH next AS (
                INSERT INTO usage_sequence AS s (organization_id, newest) VALUES (?, 1)
                ON CONFLICT (organization_id) DO UPDATE SET newest = s.newest + 1
                RETURNING newest)
            INSERT INTO usage_batch (organization_id, sequence, events, payload, samples, reservations)
            SELECT ?, newest, ?, ?, ?, ? FROM next
            RETURNING sequence, stored_at
            """;

    private final SampleCodec codec;

    CommitLog(SampleCodec codec) {
        this.codec = codec;
    }

    /** Adds what the transaction running on the connection contributes. */
    UsageBatch append(
            Connection connection,
            OrganizationId organization,
            List<Contribution> contributions,
            List<SampledCall> samples,
            List<String> reservations)
            throws SQLException {
        try (PreparedStatement append = connection.prepareStatement(APPEND)) {
            append.setObject(1, organization.value());
            append.setObject(2, organization.value());
            append.setInt(3, contributions.size());
            append.setBytes(4, ContributionCodec.encode(contributions));
            append.setBytes(5, codec.encode(samples));
            append.setArray(
                    6, reservations.isEmpty() ? null : connection.createArrayOf("text", reservations.toArray()));
            try (ResultSet row = append.executeQuery()) {
                row.next();
                Instant storedAt = row.getObject(2, OffsetDateTime.class).toInstant();
                return new UsageBatch(row.getLong(1), storedAt, contributions, samples, reservations);
            }
        }
    }

    /** The same in a bound transaction. */
    UsageBatch append(DSLContext bound, OrganizationId organization, List<Contribution> contributions) {
        return bound.connectionResult(
                connection -> append(connection, organization, contributions, List.of(), List.of()));
    }
}
