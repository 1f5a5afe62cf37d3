package dev.tollgate.catalog;

import dev.tollgate.audit.AuditTrail;
import dev.tollgate.audit.AuditedAction;
import dev.tollgate.audit.Cause;
import dev.tollgate.core.ErrorCode;
import dev.tollgate.core.ModelRef;
import dev.tollgate.core.OrganizationId;
import dev.tollgate.core.ProblemException;
import dev.tollgate.tenancy.TenantTransactions;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes organizations' own prices. */
@Component
public class PriceOverrides {

    private final Catalog catalog;
    private final OwnPrices own;
    private final OwnPriceTable table;
    private final TenantTransactions transactions;
    private final AuditTrail audit;
    private final Clock clock;

    PriceOverrides(
            Catalog catalog,
            OwnPrices own,
            OwnPriceTable table,
            TenantTransactions transactions,
            AuditTrail audit,
            Clock clock) {
        this.catalog = catalog;
        this.own = own;
        this.table = table;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Adds a version of a model's price, which this node charges with at once and others within seconds. The model need not be
     * listed. Throws BAD_USER_INPUT on wrong input, and CONFLICT when somebody else set a price of the model meanwhile.
     *
     * @param expectedRevision the newest own revision the caller knows of, 0 for none; null is whatever there is
     */
    public PriceVersionId add(
            OrganizationId organization, Cause cause, OwnPrice price, @Nullable Integer expectedRevision) {
        new OwnPriceCheck(clock.instant()).check(price);
        OwnPrice named = price.of(name(organization, price.model()));
        StoredPrice stored = transactions.write(organization, sql -> {
            StoredPrice added = insert(sql, organization, named, expectedRevision);
            audit.record(sql, organization, cause, action(named, added));
            return added;
        });
        own.fresh(organization);
        return stored.id();
    }

    private static AuditedAction action(OwnPrice price, StoredPrice stored) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("effectiveFrom", price.effectiveFrom());
        fields.put("inputPerMillion", price.input());
        fields.put("outputPerMillion", price.output());
        fields.put("cacheReadPerMillion", price.cacheRead());
        fields.put("cacheWritePerMillion", price.cacheWrite());
        fields.put("revision", stored.revision());
        ModelRef model = price.model();
        return AuditedAction.created(
                "overridePrice", new AuditedAction.Target("Model", model.provider() + "/" + model.model()), fields);
    }

    private StoredPrice insert(
            DSLContext sql, OrganizationId organization, OwnPrice price, @Nullable Integer expected) {
        int newest = table.revision(sql, organization, price.model());
        if (expected != null && expected != newest) {
            throw conflict();
        }
        return table.add(sql, organization, price, newest + 1).orElseThrow(PriceOverrides::conflict);
    }

    private ModelRef name(OrganizationId organization, ModelRef sent) {
        ModelKey key = ModelKey.of(sent);
        return catalog.find(sent)
                .or(() -> own.of(organization).unlisted(key))
                .map(Model::ref)
                .orElseGet(() -> new ModelRef(key.provider(), sent.model().strip()));
    }

    private static ProblemException conflict() {
        return ProblemException.of(
                ErrorCode.CONFLICT, "Somebody else set a price of this model meanwhile. Look at it and try again.");
    }
}
