package dev.tollgate.alert;

import dev.tollgate.tenancy.Timestamps;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * Keeps the alerts of rules, in the caller's transaction: an alert is open as long as its condition holds, one for each subject, and what
 * destinations are told of it is written beside it.
 */
@Component
class AlertBook {

    /** Beyond it nobody reads them. */
    static final int MOST_OPEN = 100;

    private final AlertOutbox outbox;
    private final Clock clock;

    AlertBook(AlertOutbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Brings the alerts of a rule in line with what was measured, and returns those that were raised.
     *
     * @param missed what was measured of a time that is over, since the rule was looked at last: it raises alerts where none was open, and
     *     keeps none open
     */
    List<Alert> settle(DSLContext sql, AlertRule rule, List<Reading> readings, List<Reading> missed) {
        Map<String, Reading> holding = holding(readings);
        Map<String, Alert> open = new AlertTable(sql, rule.organization())
                .lockOpen(rule.id()).stream()
                        .collect(Collectors.toMap(alert -> alert.subject().key(), alert -> alert));
        int going = goOn(sql, rule, open, holding);
        holding(missed).forEach(holding::putIfAbsent);
        holding.keySet().removeAll(open.keySet());
        return raise(sql, rule, List.copyOf(holding.values()), MOST_OPEN - going);
    }

    private static Map<String, Reading> holding(List<Reading> readings) {
        Map<String, Reading> holding = new LinkedHashMap<>();
        readings.stream()
                .filter(Reading::holds)
                .forEach(reading -> holding.put(reading.subject().key(), reading));
        return holding;
    }

    /** Ends all open alerts of a rule that is no more, or no longer on. */
    void endAll(DSLContext sql, AlertRule rule) {
        new AlertTable(sql, rule.organization())
                .lockOpen(rule.id())
                .forEach(alert -> end(sql, rule, alert, AlertEnding.RULE));
    }

    /** Ends an open alert, and returns it as it is then. */
    Alert end(DSLContext sql, AlertRule rule, Alert alert, AlertEnding ending) {
        return end(sql, alert, ending, rule.destinations());
    }

    /** Ends an open alert, which destinations are told, and returns it as it is then. */
    Alert end(DSLContext sql, Alert alert, AlertEnding ending, List<AlertDestinationId> destinations) {
        Instant now = Timestamps.now(clock);
        Alert ended = alert.ended(now, ending);
        new AlertTable(sql, alert.organization()).update(ended);
        outbox.add(sql, ended, AlertOccasion.RESOLVED, destinations, now);
        return ended;
    }

    /** Returns how many stay open. */
    private int goOn(DSLContext sql, AlertRule rule, Map<String, Alert> open, Map<String, Reading> holding) {
        int going = 0;
        for (Alert alert : open.values()) {
            Reading reading = holding.get(alert.subject().key());
            if (reading == null) {
                end(sql, rule, alert, AlertEnding.CONDITION);
                continue;
            }
            going++;
            if (reading.value().compareTo(alert.latestValue()) != 0) {
                new AlertTable(sql, rule.organization()).update(alert.measured(reading.value()));
            }
        }
        return going;
    }

    private List<Alert> raise(DSLContext sql, AlertRule rule, List<Reading> readings, int room) {
        Instant now = Timestamps.now(clock);
        if (readings.isEmpty() || rule.isSnoozed(now)) {
            return List.of();
        }
        AlertTable table = new AlertTable(sql, rule.organization());
        Map<String, Alert> latest = table.latest(
                rule.id(),
                readings.stream().map(reading -> reading.subject().key()).toList());
        List<Alert> raised = new ArrayList<>();
        for (Reading reading : readings) {
            Alert before = latest.get(reading.subject().key());
            if (raised.size() < room && (before == null || before.isCool(rule.coolDown(), now))) {
                Alert alert = Alert.raised(rule, reading, before == null ? 1 : before.episode() + 1, now);
                table.insert(alert);
                outbox.add(sql, alert, AlertOccasion.RAISED, rule.destinations(), now);
                raised.add(alert);
            }
        }
        return raised;
    }
}
