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
        PriceStart start = price.start().of(name(organization, price.model()));
        return add(organization, cause, new Said("overridePrice", start, price, expectedRevision));
    }

    /**
     * Lets the catalogue's price of a model hold again from a time on; a model that is not listed has none then. This node charges so at
     * once and others within seconds. Throws BAD_USER_INPUT on wrong input, NOT_FOUND when the organization knows no such model, and
     * CONFLICT when somebody else set a price of it meanwhile.
     *
     * @param expectedRevision the newest own revision the caller knows of, 0 for none; null is whatever there is
     */
    public void restore(OrganizationId organization, Cause cause, PriceStart from, @Nullable Integer expectedRevision) {
        new OwnPriceCheck(clock.instant()).check(from);
        Model model = new OrganizationCatalog(catalog, own.fresh(organization))
                .find(from.model())
                .orElseThrow(() -> ProblemException.of(ErrorCode.NOT_FOUND, "There is no such model."));
        add(organization, cause, new Said("restorePrice", from.of(model.ref()), null, expectedRevision));
    }

    /** What is said of a price: null for the catalogue's. */
    private record Said(
            String action,
            PriceStart start,
            @Nullable OwnPrice price,
            @Nullable Integer expectedRevision) {}

    private PriceVersionId add(OrganizationId organization, Cause cause, Said said) {
        StoredPrice stored = transactions.write(organization, sql -> {
            StoredPrice added = insert(sql, organization, said);
            audit.record(sql, organization, cause, action(said, added));
            return added;
        });
        own.fresh(organization);
        return stored.id();
    }

    private static AuditedAction action(Said said, StoredPrice stored) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("effectiveFrom", stored.effectiveFrom());
        OwnPrice price = said.price();
        if (price != null) {
            fields.put("inputPerMillion", price.input());
            fields.put("outputPerMillion", price.output());
            fields.put("cacheReadPerMillion", price.cacheRead());
            fields.put("cacheWritePerMillion", price.cacheWrite());
        }
        fields.put("revision", stored.revision());
        ModelRef model = said.start().model();
        return AuditedAction.created(
                said.action(), new AuditedAction.Target("Model", model.provider() + "/" + model.model()), fields);
    }

    private StoredPrice insert(DSLContext sql, OrganizationId organization, Said said) {
        int newest = table.revision(sql, organization, said.start().model());
        if (said.expectedRevision() != null && said.expectedRevision() != newest) {
            throw conflict();
        }
        return table.add(sql, organization, said.start(), said.price(), newest + 1)
                .orElseThrow(PriceOverrides::conflict);
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
