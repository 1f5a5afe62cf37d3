package dev.tollgate.feature;

import dev.tollgate.audit.AuditTrail;
import dev.tollgate.audit.Cause;
import dev.tollgate.core.ErrorCode;
import dev.tollgate.core.OrganizationId;
import dev.tollgate.core.ProblemException;
import dev.tollgate.tenancy.TenantTransactions;
import dev.tollgate.tenancy.Timestamps;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The declared features as the database has them. Changes of an organization's features happen one after the other. */
@Component
class FeatureStore {

    private static final int MOST_FEATURES = 1_000;

    private final TenantTransactions transactions;
    private final DSLContext unbound;
    private final AuditTrail audit;
    private final FeatureSettings settings;
    private final JsonMapper json;
    private final Clock clock;

    FeatureStore(
            TenantTransactions transactions,
            DSLContext unbound,
            AuditTrail audit,
            FeatureSettings settings,
            JsonMapper json,
            Clock clock) {
        this.transactions = transactions;
        this.unbound = unbound;
        this.audit = audit;
        this.settings = settings;
        this.json = json;
        this.clock = clock;
    }

    /**
     * What was written.
     *
     * @param revision the organization's revision since
     * @param changed the features that are another version since
     */
    record Written(long revision, List<Feature> changed) {}

    /** The features and their revision, from one snapshot of the database. */
    Snapshot snapshot(OrganizationId organization) {
        return transactions.read(
                organization,
                sql -> Snapshot.of(
                        new RevisionTable(sql).find(organization),
                        table(sql, organization).all()));
    }

    /** The declared features, by name. */
    List<Feature> all(OrganizationId organization) {
        Instant now = Timestamps.now(clock);
        return transactions.read(organization, sql -> table(sql, organization).all()).stream()
                .map(feature -> feature.at(now))
                .toList();
    }

    /** The feature; empty when it is not declared. */
    Optional<Feature> find(OrganizationId organization, String name) {
        Instant now = Timestamps.now(clock);
        return transactions
                .read(organization, sql -> table(sql, organization).find(name))
                .map(feature -> feature.at(now));
    }

    /** The feature as a change would make it, which is not made. */
    Feature tried(OrganizationId organization, FeatureChange change) {
        return find(organization, change.name())
                .orElseGet(() -> settings.undeclared(change.name()))
                .change(change, Timestamps.now(clock));
    }

    /** Where known organizations, and those with something due, stand. */
    List<RevisionTable.Standing> look(Collection<OrganizationId> known) {
        return new RevisionTable(unbound).look(known, Timestamps.now(clock));
    }

    /** Changes a feature, or declares it. Scheduled changes of it that are due are written before. */
    Written change(OrganizationId organization, Cause cause, FeatureChange change) {
        return write(organization, sql -> {
            // Once, or a step that is due between two looks would be taken without being written.
            Instant now = Timestamps.now(clock);
            FeatureTable table = table(sql, organization);
            Optional<Feature> stored = table.find(change.name());
            Feature present = stored.orElseGet(() -> settings.undeclared(change.name()));
            if (stored.isEmpty() && table.count() >= MOST_FEATURES) {
                throw ProblemException.of(ErrorCode.CONFLICT, "There are " + MOST_FEATURES + " features already.");
            }
            List<FeatureStep> steps = new ArrayList<>(FeatureStep.due(present, now));
            Feature reached = present.at(now);
            Feature changed = reached.change(change, now);
            if (!changed.equals(reached)) {
                steps.add(new FeatureStep("setFeature", cause, reached, changed));
            }
            return steps;
        });
    }

    /** Writes the scheduled changes that are due. Another node that does the same finds nothing left. */
    Written runSchedule(OrganizationId organization) {
        return write(organization, sql -> {
            List<FeatureStep> steps = new ArrayList<>();
            Instant now = Timestamps.now(clock);
            table(sql, organization).due(now).forEach(feature -> steps.addAll(FeatureStep.due(feature, now)));
            return steps;
        });
    }

    private interface Work {
        List<FeatureStep> steps(DSLContext sql);
    }

    private Written write(OrganizationId organization, Work work) {
        return transactions.write(organization, sql -> {
            RevisionTable revisions = new RevisionTable(sql);
            long revision = revisions.count(organization);
            List<FeatureStep> steps = work.steps(sql);
            FeatureTable table = table(sql, organization);
            steps.forEach(step -> table.store(step.after()));
            revisions.schedule(organization, table.nextDue());
            steps.forEach(step -> audit.record(sql, organization, step.cause(), step.action()));
            return new Written(revision, steps.stream().map(FeatureStep::after).toList());
        });
    }

    private FeatureTable table(DSLContext sql, OrganizationId organization) {
        return new FeatureTable(sql, json, organization);
    }
}
