package dev.tollgate.alert;

import dev.tollgate.audit.AuditTrail;
import dev.tollgate.audit.AuditedAction;
import dev.tollgate.audit.Cause;
import dev.tollgate.core.ErrorCode;
import dev.tollgate.core.OrganizationId;
import dev.tollgate.core.ProblemException;
import dev.tollgate.tenancy.TenantTransactions;
import dev.tollgate.tenancy.Timestamps;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The rules of all organizations. A new or changed one is looked at within a second or two, on whichever node. */
@Component
public class AlertRules {

    private static final int MOST = 1_000;
    private static final Duration LONGEST_SNOOZE = Duration.ofDays(366);

    private final TenantTransactions transactions;
    private final AlertRuleCheck check;
    private final AlertBook book;
    private final AuditTrail audit;
    private final JsonMapper json;
    private final Clock clock;

    AlertRules(
            TenantTransactions transactions,
            AlertRuleCheck check,
            AlertBook book,
            AuditTrail audit,
            JsonMapper json,
            Clock clock) {
        this.transactions = transactions;
        this.check = check;
        this.book = book;
        this.audit = audit;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Makes a rule.
     *
     * @throws ProblemException BAD_USER_INPUT with the field at fault, CONFLICT when there are too many
     */
    public AlertRule create(OrganizationId organization, Cause cause, AlertRuleDraft draft) {
        AlertRule rule = check.checked(new AlertRule(
                organization,
                new AlertRuleId(UUID.randomUUID()),
                draft.name(),
                draft.condition(),
                draft.filter(),
                draft.groupBy(),
                draft.severity(),
                draft.coolDown(),
                draft.destinations(),
                draft.enabled(),
                null,
                1,
                Timestamps.now(clock)));
        return transactions.write(organization, sql -> {
            AlertRuleTable table = table(sql, organization);
            if (table.count() >= MOST) {
                throw ProblemException.of(ErrorCode.CONFLICT, "An organization has at most 1,000 alert rules.");
            }
            checkDestinations(sql, rule);
            table.insert(rule);
            schedule(sql, rule);
            record(
                    sql,
                    cause,
                    rule,
                    AuditedAction.created("createAlertRule", AlertFields.target(rule.id()), AlertFields.of(rule)));
            return rule;
        });
    }

    /**
     * Changes a rule. Its open alerts go on as long as what it then says holds; switched off, they end. Empty when there is none.
     *
     * @throws ProblemException BAD_USER_INPUT with the field at fault, CONFLICT when it has another version
     */
    public Optional<AlertRule> update(
            OrganizationId organization, Cause cause, AlertRuleId id, AlertRuleChange change) {
        return change(
                organization,
                cause,
                "updateAlertRule",
                id,
                rule -> check.checked(change.appliedTo(checkVersion(rule, change.expectedVersion()))));
    }

    /**
     * Lets a rule raise nothing for a while. Empty when there is no such rule.
     *
     * @param until null: it raises alerts again
     * @throws ProblemException BAD_USER_INPUT when it is in the past or too far ahead
     */
    public Optional<AlertRule> snooze(
            OrganizationId organization, Cause cause, AlertRuleId id, @Nullable Instant until) {
        Instant now = clock.instant();
        if (until != null && (!until.isAfter(now) || until.isAfter(now.plus(LONGEST_SNOOZE)))) {
            throw ProblemException.badInput("until", "A snooze ends in the future, at most 366 days ahead.");
        }
        return change(organization, cause, "snoozeAlertRule", id, rule -> rule.snoozed(until));
    }

    /** Takes a rule away, and returns what it was; its alerts stay, and those that are open end. Empty when there is none. */
    public Optional<AlertRule> delete(OrganizationId organization, Cause cause, AlertRuleId id) {
        return transactions.write(organization, sql -> {
            AlertRuleTable table = table(sql, organization);
            Optional<AlertRule> found = table.lock(id);
            found.ifPresent(rule -> {
                new EvaluationTable(sql, organization).unschedule(id);
                book.endAll(sql, rule);
                table.delete(id);
                record(
                        sql,
                        cause,
                        rule,
                        AuditedAction.removed("deleteAlertRule", AlertFields.target(id), AlertFields.of(rule)));
            });
            return found;
        });
    }

    /** The rule; empty when there is none. */
    public Optional<AlertRule> find(OrganizationId organization, AlertRuleId id) {
        return transactions.read(organization, sql -> table(sql, organization).find(id));
    }

    /** Those of the rules that there are. */
    public Map<AlertRuleId, AlertRule> find(OrganizationId organization, Set<AlertRuleId> ids) {
        return transactions.read(
                organization,
                sql -> table(sql, organization).find(List.copyOf(ids)).stream()
                        .collect(Collectors.toMap(AlertRule::id, rule -> rule)));
    }

    /** The last looks at rules; those that were not looked at are not there. */
    public Map<AlertRuleId, LastLook> lastLooks(OrganizationId organization, Set<AlertRuleId> ids) {
        return transactions.read(organization, sql -> new EvaluationTable(sql, organization).lastLooks(ids));
    }

    /**
     * So many rules, by name.
     *
     * @param after the place after which to begin; null: at the first
     */
    public List<AlertRule> list(OrganizationId organization, @Nullable NamePosition after, int limit) {
        return transactions.read(organization, sql -> table(sql, organization).list(after, limit));
    }

    /** How many rules there are. */
    public int count(OrganizationId organization) {
        return transactions.read(organization, sql -> table(sql, organization).count());
    }

    private Optional<AlertRule> change(
            OrganizationId organization, Cause cause, String action, AlertRuleId id, UnaryOperator<AlertRule> change) {
        return transactions.write(organization, sql -> {
            AlertRuleTable table = table(sql, organization);
            Optional<AlertRule> before = table.lock(id);
            Optional<AlertRule> after = before.map(change);
            after.ifPresent(rule -> {
                checkDestinations(sql, rule);
                table.update(rule);
                schedule(sql, rule);
                if (!rule.enabled()
                        || !rule.condition().equals(before.orElseThrow().condition())) {
                    new CrossingTable(sql, organization).remove(id);
                }
                record(
                        sql,
                        cause,
                        rule,
                        new AuditedAction(
                                action,
                                AlertFields.target(id),
                                AlertFields.of(before.orElseThrow()),
                                AlertFields.of(rule)));
            });
            return after;
        });
    }

    /** Waits for whoever looks at the rule as it was. */
    private void schedule(DSLContext sql, AlertRule rule) {
        EvaluationTable evaluations = new EvaluationTable(sql, rule.organization());
        if (rule.enabled()) {
            evaluations.schedule(rule.id(), Timestamps.now(clock));
        } else {
            evaluations.unschedule(rule.id());
            book.endAll(sql, rule);
        }
    }

    private static void checkDestinations(DSLContext sql, AlertRule rule) {
        Set<AlertDestinationId> asked = new HashSet<>(rule.destinations());
        int found =
                new AlertDestinationTable(sql, rule.organization()).find(asked).size();
        if (found < asked.size() || asked.size() < rule.destinations().size()) {
            throw ProblemException.badInput("destinationIds", "Each is the id of a destination, none twice.");
        }
    }

    private static AlertRule checkVersion(AlertRule rule, @Nullable Integer expected) {
        if (expected != null && expected != rule.version()) {
            throw ProblemException.of(
                    ErrorCode.CONFLICT, "Somebody else changed this rule meanwhile. Look at it and try again.");
        }
        return rule;
    }

    private void record(DSLContext sql, Cause cause, AlertRule rule, AuditedAction action) {
        audit.record(sql, rule.organization(), cause, action);
    }

    private AlertRuleTable table(DSLContext sql, OrganizationId organization) {
        return new AlertRuleTable(sql, json, organization);
    }
}
