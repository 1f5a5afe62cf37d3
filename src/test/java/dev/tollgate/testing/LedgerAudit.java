package dev.tollgate.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.awaitility.Awaitility;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Looks at a database as its owner, past row level security, to see that ledger and cells are right. */
public final class LedgerAudit {

    private static final String LEDGER =
            "SELECT count(*), sum(request_count), sum(uncached_input_tokens), sum(cost) FROM usage_event";
    private static final String CELLS =
            "SELECT sum(latency_count), sum(requests), sum(uncached_input_tokens), sum(cost) FROM %s WHERE attribution_id %s 0";

    private final DSLContext sql;

    /** On the database at a JDBC URL, as {@code postgres}. */
    public LedgerAudit(String databaseUrl) {
        this.sql = DSL.using(new DriverManagerDataSource(databaseUrl, "postgres", ""), SQLDialect.POSTGRES);
    }

    /** Fails unless each of the events is in the ledger exactly once. */
    public void holdsOnce(Set<String> events) {
        List<String> stored = sql.fetchValues("SELECT event_id FROM usage_event").stream()
                .map(Object::toString)
                .toList();
        Set<String> distinct = new HashSet<>(stored);
        assertThat(distinct).hasSameSizeAs(stored);
        // Looked up, since they are many: the assertions on lists compare each with each.
        assertThat(events.stream().filter(event -> !distinct.contains(event))).isEmpty();
    }

    /** How many events there are now. */
    public int events() {
        return sql.fetchCount(DSL.table("usage_event"));
    }

    /** Waits until all is rolled up, then fails unless every grain agrees with the ledger, whole and by attribution. */
    public void cellsAgree() {
        Awaitility.await().until(this::compared);
    }

    /** Compares on one snapshot, since a last request may still be under way; false while batches wait. */
    private boolean compared() {
        return sql.transactionResult(transaction -> {
            DSLContext snapshot = transaction.dsl();
            snapshot.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ");
            if (!snapshot.fetch("SELECT 1 FROM organizations_to_roll_up()").isEmpty()) {
                return false;
            }
            String ledger = sums(snapshot, LEDGER);
            for (String grain : List.of("minute", "hour", "day")) {
                for (String attributions : List.of("=", "<>")) {
                    assertThat(sums(snapshot, CELLS.formatted("usage_cell_" + grain, attributions)))
                            .as("%s cells, attribution %s 0", grain, attributions)
                            .isEqualTo(ledger);
                }
            }
            return true;
        });
    }

    /** Sums have other types than what they are sums of; their digits are the same. */
    private static String sums(DSLContext snapshot, String statement) {
        return Arrays.toString(snapshot.fetchSingle(statement).intoArray());
    }
}
