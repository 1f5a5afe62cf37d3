package dev.tollgate.quota;

import dev.tollgate.core.OrganizationId;
import dev.tollgate.core.TimeWindow;
import dev.tollgate.usage.CommitReader;
import dev.tollgate.usage.UsageBatch;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Counts what the ledger says was used, as of one commit for all quotas: from the cells, and from the log what those do not hold yet. */
@Component
class LedgerCount {

    private final LedgerUse ledger;
    private final CommitReader log;
    private final CommitFold fold;

    LedgerCount(LedgerUse ledger, CommitReader log, CommitFold fold) {
        this.ledger = ledger;
        this.log = log;
        this.fold = fold;
    }

    /** Whose use, in which period. */
    record Asked(BookedQuota quota, TimeWindow period) {

        String key() {
            return quota.key(period);
        }
    }

    /**
     * What was used.
     *
     * @param through the last commit counted: it and all before are, none after
     * @param byAsked everything that was asked for
     */
    record Counted(long through, Map<Asked, Amounts> byAsked) {}

    private record Group(QuotaScope.Type type, TimeWindow period) {}

    private static final class Tally {

        private final long cells;
        private Amounts used;

        private Tally(long cells, Amounts used) {
            this.cells = cells;
            this.used = used;
        }
    }

    /** The number of the newest commit. */
    long newest(OrganizationId organization) {
        return log.newest(organization);
    }

    /** The reservations made for calls of commits up to a number, as far as the log still holds them. */
    List<String> reservations(OrganizationId organization, long through) {
        return log.remaining(organization, through).stream()
                .flatMap(batch -> batch.reservations().stream())
                .toList();
    }

    /** Counts up to a commit, which has happened, or a later one. */
    Counted count(QuotaBook book, Collection<Asked> asked, long atLeast) {
        Map<Asked, Tally> tallies = new HashMap<>();
        asked.stream()
                .collect(Collectors.groupingBy(
                        one -> new Group(one.quota().quota().scope().type(), one.period())))
                .forEach((group, members) -> read(book, group, members, tallies));
        long through = tallies.values().stream().mapToLong(tally -> tally.cells).reduce(atLeast, Math::max);
        topUp(book, tallies, through);
        return new Counted(
                through,
                tallies.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().used)));
    }

    private void read(QuotaBook book, Group group, List<Asked> members, Map<Asked, Tally> tallies) {
        Set<String> values = members.stream()
                .map(member -> member.quota().quota().scope().value())
                .collect(Collectors.toSet());
        LedgerUse.Read read = ledger.read(book.organization(), group.period(), group.type(), values);
        members.forEach(member -> tallies.put(
                member, new Tally(read.through(), read.of(member.quota().quota().scope()))));
    }

    private void topUp(QuotaBook book, Map<Asked, Tally> tallies, long through) {
        Map<QuotaId, List<Map.Entry<Asked, Tally>>> byQuota = tallies.entrySet().stream()
                .collect(Collectors.groupingBy(
                        entry -> entry.getKey().quota().quota().id()));
        long reached =
                tallies.values().stream().mapToLong(tally -> tally.cells).min().orElse(through);
        while (reached < through) {
            List<UsageBatch> batches = log.after(book.organization(), reached);
            if (!batches.isEmpty() && batches.getFirst().sequence() != reached + 1) {
                throw new IllegalStateException("the log was trimmed meanwhile");
            }
            for (UsageBatch batch : batches) {
                if (batch.sequence() <= through) {
                    add(book, batch, byQuota);
                }
            }
            reached = batches.isEmpty() ? through : batches.getLast().sequence();
        }
    }

    /** A place lies within a period that is asked for, or outside. */
    private void add(QuotaBook book, UsageBatch batch, Map<QuotaId, List<Map.Entry<Asked, Tally>>> byQuota) {
        for (CommitFold.Addition addition : fold.of(book, batch).values()) {
            for (Map.Entry<Asked, Tally> entry :
                    byQuota.getOrDefault(addition.quota().quota().id(), List.of())) {
                Tally tally = entry.getValue();
                if (entry.getKey().period().contains(addition.place().from()) && batch.sequence() > tally.cells) {
                    tally.used = tally.used.plus(addition.amounts());
                }
            }
        }
    }
}
