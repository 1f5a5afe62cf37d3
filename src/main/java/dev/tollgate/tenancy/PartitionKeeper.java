package dev.tollgate.tenancy;

import static org.jooq.impl.DSL.name;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Keeps the partitions of all {@link PartitionedTable}s: those of the whole retention and of the near future exist, older ones
 * are detached and dropped. Several nodes may do so at the same time; one of them does.
 */
@Component
@DependsOnDatabaseInitialization
public class PartitionKeeper implements InitializingBean {

    private static final Logger log = LoggerFactory.getLogger(PartitionKeeper.class);

    /** Partitions made ahead, so that a node that was away for a while still finds one. */
    private static final int AHEAD = 3;

    private static final Pattern SUFFIX = Pattern.compile(".*_p(\\d{4})(\\d{2})(\\d{2})");

    private static final String LOCK = "SELECT pg_advisory_xact_lock(hashtext('tollgate partitions'))";
    private static final String PARTITIONS = "SELECT c.relname FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid"
            + " WHERE i.inhparent = to_regclass(?)";

    private final OwnerDatabase owner;
    private final List<PartitionedTable> tables;
    private final Clock clock;

    PartitionKeeper(OwnerDatabase owner, List<PartitionedTable> tables, Clock clock) {
        this.owner = owner;
        this.tables = tables;
        this.clock = clock;
    }

    @Override
    public void afterPropertiesSet() {
        keep();
    }

    /** Makes what is missing and drops what is past retention. */
    @Scheduled(cron = "${tollgate.partitions.cron:0 17 * * * *}", zone = "UTC")
    public void keep() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        inTurn(sql -> tables.forEach(table -> createMissing(sql, table, today)));
        tables.forEach(table -> dropPast(table, today));
    }

    /** Waits for another node that is at it, but not long for a table's lock: that would hold up everybody behind us. */
    private void inTurn(Consumer<DSLContext> work) {
        owner.sql().transaction(transaction -> {
            DSLContext sql = transaction.dsl();
            sql.execute("SET LOCAL lock_timeout = '60s'");
            sql.execute(LOCK);
            sql.execute("SET LOCAL lock_timeout = '5s'");
            work.accept(sql);
        });
    }

    private static void createMissing(DSLContext sql, PartitionedTable table, LocalDate today) {
        Set<LocalDate> present = present(sql, table);
        wanted(table, today).stream()
                .filter(start -> !present.contains(start))
                .forEach(start -> create(sql, table, start));
    }

    /** Whoever reads a table for long keeps its past partitions a little longer, and nothing else. */
    private void dropPast(PartitionedTable table, LocalDate today) {
        LocalDate oldest = wanted(table, today).first();
        try {
            inTurn(sql -> present(sql, table).stream()
                    .filter(start -> start.isBefore(oldest))
                    .forEach(start -> drop(sql, table, start)));
        } catch (DataAccessException e) {
            log.warn("What is past retention of {} stays until the next run: {}", table.name(), e.getMessage());
        }
    }

    private static SortedSet<LocalDate> wanted(PartitionedTable table, LocalDate today) {
        TreeSet<LocalDate> starts = new TreeSet<>();
        LocalDate start = table.oldest(today);
        while (!start.isAfter(today)) {
            starts.add(start);
            start = table.width().next(start);
        }
        for (int ahead = 0; ahead < AHEAD; ahead++) {
            starts.add(start);
            start = table.width().next(start);
        }
        return starts;
    }

    private static Set<LocalDate> present(DSLContext sql, PartitionedTable table) {
        List<String> names = new ArrayList<>(sql.fetchValues(PARTITIONS, table.name()).stream()
                .map(Object::toString)
                .toList());
        Set<LocalDate> starts = new HashSet<>();
        for (String partition : names) {
            Matcher suffix = SUFFIX.matcher(partition);
            if (suffix.matches()) {
                starts.add(LocalDate.of(part(suffix, 1), part(suffix, 2), part(suffix, 3)));
            }
        }
        return starts;
    }

    private static int part(Matcher suffix, int group) {
        return Integer.parseInt(suffix.group(group));
    }

    /** Attaching takes a weaker lock on the parent than creating the partition in place. */
    private static void create(DSLContext sql, PartitionedTable table, LocalDate start) {
        String partition = partition(table, start);
        sql.execute(
                "CREATE TABLE {0} (LIKE {1} INCLUDING DEFAULTS INCLUDING CONSTRAINTS INCLUDING STORAGE) WITH (fillfactor = 90)",
                name(partition), name(table.name()));
        sql.execute(
                "ALTER TABLE {0} ATTACH PARTITION {1} FOR VALUES FROM ({2}) TO ({3})",
                name(table.name()),
                name(partition),
                midnight(start),
                midnight(table.width().next(start)));
    }

    private static void drop(DSLContext sql, PartitionedTable table, LocalDate start) {
        String partition = partition(table, start);
        sql.execute("ALTER TABLE {0} DETACH PARTITION {1}", name(table.name()), name(partition));
        sql.execute("DROP TABLE {0}", name(partition));
        log.info("Dropped {}: past its retention of {}.", partition, table.retention());
    }

    private static org.jooq.Field<String> midnight(LocalDate day) {
        return org.jooq.impl.DSL.inline(day + " 00:00:00+00");
    }

    private static String partition(PartitionedTable table, LocalDate start) {
        return "%s_p%04d%02d%02d"
                .formatted(table.name(), start.getYear(), start.getMonthValue(), start.getDayOfMonth());
    }
}
