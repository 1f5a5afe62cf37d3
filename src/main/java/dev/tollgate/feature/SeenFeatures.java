package dev.tollgate.feature;

import dev.tollgate.core.OrganizationId;
import dev.tollgate.tenancy.TenantTransactions;
import dev.tollgate.usage.Attribution;
import dev.tollgate.usage.Attributions;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The features that usage names. */
@Component
class SeenFeatures {

    /** As many are shown that nobody has declared. */
    static final int MOST = 1_000;

    private final TenantTransactions transactions;
    private final Attributions attributions;

    SeenFeatures(TenantTransactions transactions, Attributions attributions) {
        this.transactions = transactions;
        this.attributions = attributions;
    }

    NavigableSet<String> names(OrganizationId organization) {
        return transactions.read(organization, sql -> attributions.dictionary(sql, organization)).values().stream()
                .map(Attribution::feature)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
