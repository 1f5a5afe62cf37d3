package dev.tollgate.credential.web;

import dev.tollgate.access.Viewer;
import dev.tollgate.access.ViewerAuthentication;
import dev.tollgate.catalog.Provider;
import dev.tollgate.core.Money;
import dev.tollgate.credential.ProviderCredential;
import dev.tollgate.credential.ProviderSpend;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Maps provider credentials. */
@Controller
class ProviderCredentialController {

    private final ProviderSpend spend;

    ProviderCredentialController(ProviderSpend spend) {
        this.spend = spend;
    }

    @SchemaMapping
    String id(ProviderCredential credential) {
        return ProviderCredentialNodes.id(credential.id());
    }

    @SchemaMapping
    Provider provider(ProviderCredential credential) {
        return Provider.named(credential.provider());
    }

    @SchemaMapping
    String baseUrl(ProviderCredential credential) {
        return credential.baseUrl().toString();
    }

    @SchemaMapping
    @Nullable
    BigDecimal monthlyBudget(ProviderCredential credential) {
        Money budget = credential.budget().monthly();
        return budget == null ? null : budget.amount();
    }

    @SchemaMapping
    boolean autoDisable(ProviderCredential credential) {
        return credential.budget().autoDisable();
    }

    @BatchMapping
    Map<ProviderCredential, BigDecimal> spentThisMonth(
            List<ProviderCredential> credentials, ViewerAuthentication authentication) {
        Viewer viewer = authentication.getPrincipal();
        Map<String, Money> spent = spend.thisMonth(viewer.organization());
        return credentials.stream()
                .distinct()
                .collect(Collectors.toMap(
                        Function.identity(),
                        credential -> spent.getOrDefault(credential.provider(), Money.ZERO)
                                .amount()));
    }
}
