package dev.tollgate.organization;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.tollgate.audit.AuditTrail;
import dev.tollgate.audit.AuditedAction;
import dev.tollgate.audit.Cause;
import dev.tollgate.core.OrganizationId;
import dev.tollgate.tenancy.TenantTransactions;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** The organizations of this installation. What is read may be most of a second old. */
@Component
public class Organizations {

    private final OrganizationTable organizations;
    private final TenantTransactions transactions;
    private final AuditTrail audit;
    private final Clock clock;
    private final Cache<OrganizationId, Optional<Organization>> byId = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofMillis(750))
            .build();

    Organizations(DSLContext sql, TenantTransactions transactions, AuditTrail audit, Clock clock) {
        this.organizations = new OrganizationTable(sql);
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /** The organization; empty when there is none. */
    public Optional<Organization> find(OrganizationId id) {
        return byId.get(id, key -> organizations.find(key).map(RegisteredOrganization::organization));
    }

    /** The organization that must exist; throws {@link IllegalArgumentException} when it does not. */
    public Organization get(OrganizationId id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("no organization " + id));
    }

    /** The organization by its slug; empty when there is none. */
    public Optional<Organization> findBySlug(String slug) {
        // The database refuses a question with NUL in it.
        return slug.indexOf(0) < 0
                ? organizations.find(slug).map(RegisteredOrganization::organization)
                : Optional.empty();
    }

    /** Every organization, by slug. */
    public List<Organization> all() {
        return organizations.all();
    }

    /** Creates an organization; throws when the slug is taken. */
    public Organization create(String slug, String name, ZoneId timeZone) {
        Organization created = new Organization(new OrganizationId(UUID.randomUUID()), slug, name, timeZone);
        organizations.insert(created, clock.instant());
        return created;
    }

    /** Gives an organization another name, 1 to 100 characters; BAD_USER_INPUT when it cannot be one. */
    public Organization rename(OrganizationId id, Cause cause, String name) {
        String checked = UnitText.required("name", name, 100);
        Organization renamed = transactions.write(id, bound -> {
            OrganizationTable table = new OrganizationTable(bound);
            Organization before = table.lock(id).orElseThrow().organization();
            table.setName(id, checked);
            audit.record(
                    bound,
                    id,
                    cause,
                    new AuditedAction(
                            "updateOrganization",
                            new AuditedAction.Target("Organization", id.toString()),
                            Map.of("name", before.name()),
                            Map.of("name", checked)));
            return new Organization(id, before.slug(), checked, before.timeZone());
        });
        byId.invalidate(id);
        return renamed;
    }
}
