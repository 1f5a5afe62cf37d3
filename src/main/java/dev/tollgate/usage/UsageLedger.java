package dev.tollgate.usage;

import dev.tollgate.core.OrganizationId;
import dev.tollgate.tenancy.TenantTransactions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The append side of the ledger. An event is named by organization, id and time of occurrence; one that is there already is
 * left as it is.
 */
@Component
public class UsageLedger {

    /**
     * What was new.
     *
     * @param rows the rows, in no promised order
     * @param batch what they add to sums; null when there are none
     */
    public record Appended(List<LedgerRow> rows, @Nullable UsageBatch batch) {}

    private final CommitLog log;
    private final Sampling sampling;

    UsageLedger(CommitLog log, Sampling sampling) {
        this.log = log;
        this.sampling = sampling;
    }

    /**
     * Adds the rows that are new, and what they contribute, in the transaction running on the connection. Binds it to the
     * organization.
     */
    public Appended append(Connection connection, OrganizationId organization, List<LedgerRow> rows)
            throws SQLException {
        TenantTransactions.bind(connection, organization);
        List<LedgerRow> added = new ArrayList<>(rows.size());
        for (Map<String, LedgerRow> round : rounds(rows)) {
            added.addAll(insert(connection, organization, round));
        }
        return new Appended(added, added.isEmpty() ? null : log(connection, organization, added));
    }

    private UsageBatch log(Connection connection, OrganizationId organization, List<LedgerRow> added)
            throws SQLException {
        return log.append(connection, organization, contributions(added), sampling.of(organization, added));
    }

    private static List<Contribution> contributions(List<LedgerRow> added) {
        return added.stream()
                .map(row -> Contribution.of(row.event(), row.attribution()))
                .toList();
    }

    /**
     * Parts the rows so that no id occurs twice in a part: the database tells what it added by id alone. Parts are sorted, so
     * that two nodes with the same events wait for each other instead of deadlocking.
     */
    private static List<Map<String, LedgerRow>> rounds(List<LedgerRow> rows) {
        List<Map<String, LedgerRow>> rounds = new ArrayList<>();
        Set<List<Object>> seen = new HashSet<>();
        List<LedgerRow> sorted = rows.stream()
                .sorted(Comparator.comparing((LedgerRow row) -> row.event().id()))
                .filter(row -> seen.add(List.of(row.event().id(), row.event().occurredAt())))
                .toList();
        for (LedgerRow row : sorted) {
            roundWithout(rounds, row.event().id()).put(row.event().id(), row);
        }
        return rounds;
    }

    private static Map<String, LedgerRow> roundWithout(List<Map<String, LedgerRow>> rounds, String id) {
        for (Map<String, LedgerRow> round : rounds) {
            if (!round.containsKey(id)) {
                return round;
            }
        }
        Map<String, LedgerRow> round = new LinkedHashMap<>();
        rounds.add(round);
        return round;
    }

    private static List<LedgerRow> insert(
            Connection connection, OrganizationId organization, Map<String, LedgerRow> round) throws SQLException {
        List<LedgerRow> rows = List.copyOf(round.values());
        try (PreparedStatement insert = LedgerInsert.STATEMENT.prepare(connection, organization, rows)) {
            List<LedgerRow> added = new ArrayList<>(rows.size());
            try (ResultSet ids = insert.executeQuery()) {
                while (ids.next()) {
                    added.add(round.get(ids.getString(1)));
                }
            }
            return added;
        }
    }
}
