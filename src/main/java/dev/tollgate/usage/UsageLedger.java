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
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * The append side of the ledger. An event is named by organization, id and time of occurrence; one that is there already is
 * left as it is.
 */
@Component
public class UsageLedger {

    private static final Comparator<LedgerRow> BY_NAME = Comparator.comparing(
                    (LedgerRow row) -> row.event().id())
            .thenComparing(row -> row.event().occurredAt());

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
        for (List<LedgerRow> round : rounds(rows)) {
            added.addAll(insert(connection, organization, round));
        }
        return new Appended(added, added.isEmpty() ? null : log(connection, organization, added));
    }

    private UsageBatch log(Connection connection, OrganizationId organization, List<LedgerRow> added)
            throws SQLException {
        return log.append(
                connection, organization, contributions(added), sampling.of(organization, added), reservations(added));
    }

    private static List<String> reservations(List<LedgerRow> added) {
        return added.stream()
                .map(row -> row.event().reservation())
                .filter(Objects::nonNull)
                .toList();
    }

    private static List<Contribution> contributions(List<LedgerRow> added) {
        return added.stream()
                .map(row -> Contribution.of(row.event(), row.attribution()))
                .toList();
    }

    /**
     * Parts the rows so that no id occurs twice in a part: the database tells what it added by id alone. Parts are sorted, so
     * that two nodes with the same events wait for each other instead of deadlocking. Of rows with one name the first is left.
     */
    private static List<List<LedgerRow>> rounds(List<LedgerRow> rows) {
        List<List<LedgerRow>> rounds = new ArrayList<>();
        LedgerRow before = null;
        int round = 0;
        for (LedgerRow row : rows.stream().sorted(BY_NAME).toList()) {
            boolean sameId =
                    before != null && before.event().id().equals(row.event().id());
            if (before == null
                    || !sameId
                    || !before.event().occurredAt().equals(row.event().occurredAt())) {
                round = sameId ? round + 1 : 0;
                if (round == rounds.size()) {
                    rounds.add(new ArrayList<>());
                }
                rounds.get(round).add(row);
                before = row;
            }
        }
        return rounds;
    }

    private static List<LedgerRow> insert(Connection connection, OrganizationId organization, List<LedgerRow> round)
            throws SQLException {
        List<String> ids = new ArrayList<>(round.size());
        try (PreparedStatement insert = LedgerInsert.STATEMENT.prepare(connection, organization, round);
                ResultSet added = insert.executeQuery()) {
            while (added.next()) {
                ids.add(added.getString(1));
            }
        }
        if (ids.size() == round.size()) {
            return round;
        }
        Set<String> fresh = new HashSet<>(ids);
        return round.stream().filter(row -> fresh.contains(row.event().id())).toList();
    }
}
