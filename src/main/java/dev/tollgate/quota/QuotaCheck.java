package dev.tollgate.quota;

import dev.tollgate.core.Money;
import dev.tollgate.core.ProblemException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with a quota, with the field at fault; nothing is stored that was not checked here. */
final class QuotaCheck {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_REASON = 500;

    /** Beyond it the counters' arithmetic is no longer exact. */
    private static final long MOST = 9_000_000_000_000_000L;

    private static final int FASTEST = 1_000_000;

    private static final Money DEAREST = Money.of("9000000");
    private static final Money CHEAPEST = Money.of("0.000000001");
    private static final Duration LONGEST_OVERRIDE = Duration.ofDays(366);

    private QuotaCheck() {}

    /** The quota with its names stripped; BAD_USER_INPUT at the first thing wrong. */
    static Quota checked(Quota quota) {
        checkRate(quota.rate());
        if (quota.rate().isNone()) {
            checkLimits("limits", quota.limits());
        } else {
            checkCounts("limits", quota.limits());
        }
        checkRule(quota.rule());
        checkPercents(quota.warningPercent(), quota.criticalPercent());
        return new Quota(
                quota.organization(),
                quota.id(),
                name(quota.name()),
                scope(quota.scope()),
                quota.limits(),
                quota.rule(),
                quota.mode(),
                quota.warningPercent(),
                quota.criticalPercent(),
                quota.failOpen(),
                quota.rate(),
                quota.override(),
                quota.version(),
                quota.createdAt());
    }

    static void checkOverride(QuotaOverride override, Instant now) {
        checkLimits("limits", override.limits());
        if (!override.expiresAt().isAfter(now)) {
            throw ProblemException.badInput("expiresAt", "The expiry is in the future.");
        }
        if (override.expiresAt().isAfter(now.plus(LONGEST_OVERRIDE))) {
            throw ProblemException.badInput("expiresAt", "An override lasts at most 366 days.");
        }
        String reason = override.reason();
        if (reason == null || reason.isBlank()) {
            throw ProblemException.badInput("reason", "An override needs a reason.");
        }
        ScopeNames.check("reason", reason, LONGEST_REASON);
    }

    private static String name(String name) {
        String stripped = name.strip();
        if (stripped.isEmpty()) {
            throw ProblemException.badInput("name", "A name has 1 to " + LONGEST_NAME + " characters.");
        }
        ScopeNames.check("name", stripped, LONGEST_NAME);
        return stripped;
    }

    private static QuotaScope scope(QuotaScope scope) {
        return scope.type() == QuotaScope.Type.ORGANIZATION
                ? QuotaScope.ORGANIZATION
                : new QuotaScope(scope.type(), ScopeNames.normalized(scope.type(), "scope", scope.value()));
    }

    private static void checkLimits(String field, QuotaLimits limits) {
        // First: what is too large cannot be counted.
        checkCounts(field, limits);
        if (limits.metrics().findAny().isEmpty()) {
            throw ProblemException.badInput(field, "Name at least one limit.");
        }
    }

    private static void checkCounts(String field, QuotaLimits limits) {
        checkCount(field + ".totalTokens", limits.totalTokens());
        checkCount(field + ".inputTokens", limits.inputTokens());
        checkCount(field + ".outputTokens", limits.outputTokens());
        checkCount(field + ".requests", limits.requests());
        Money cost = limits.cost();
        if (cost != null && (cost.compareTo(CHEAPEST) < 0 || cost.compareTo(DEAREST) > 0)) {
            throw ProblemException.badInput(field + ".cost", "A limit is from 0.000000001 to 9,000,000 USD.");
        }
    }

    private static void checkCount(String field, @Nullable Long limit) {
        if (limit != null && (limit < 1 || limit > MOST)) {
            throw ProblemException.badInput(field, "A limit is from 1 to 9,000,000,000,000,000.");
        }
    }

    private static void checkRule(PeriodRule rule) {
        int days = switch (rule.period()) {
            case HOURLY, DAILY, ROLLING_HOUR, ROLLING_DAY, ROLLING_7_DAYS, ROLLING_30_DAYS -> 1;
            case WEEKLY -> 7;
            case MONTHLY -> 31;
        };
        if (rule.resetDay() < 1 || rule.resetDay() > days) {
            throw ProblemException.badInput("resetDay", "The day of such a period is from 1 to " + days + ".");
        }
        int lastHour =
                rule.period() == QuotaPeriod.HOURLY || rule.period().rolling().isPresent() ? 0 : 23;
        if (rule.resetHour() < 0 || rule.resetHour() > lastHour) {
            throw ProblemException.badInput("resetHour", "The hour of such a period is from 0 to " + lastHour + ".");
        }
    }

    private static void checkRate(QuotaRate rate) {
        checkRate("rate.perSecond", rate.perSecond());
        checkRate("rate.perMinute", rate.perMinute());
        checkRate("rate.burst", rate.burst());
        Integer burst = rate.burst();
        Integer perMinute = rate.perMinute();
        if (burst != null && rate.isNone()) {
            throw ProblemException.badInput("rate.burst", "A burst needs a rate per second or minute.");
        }
        if (burst != null && perMinute != null && rate.perSecond() != null && burst > perMinute) {
            throw ProblemException.badInput("rate.burst", "No more can come at once than may come in a minute.");
        }
    }

    private static void checkRate(String field, @Nullable Integer calls) {
        if (calls != null && (calls < 1 || calls > FASTEST)) {
            throw ProblemException.badInput(field, "It is from 1 to 1,000,000 calls.");
        }
    }

    private static void checkPercents(int warning, int critical) {
        if (warning < 1 || warning > 100) {
            throw ProblemException.badInput("warningPercent", "It is from 1 to 100.");
        }
        if (critical < warning || critical > 100) {
            throw ProblemException.badInput("criticalPercent", "It is from the warning's percent to 100.");
        }
    }
}
