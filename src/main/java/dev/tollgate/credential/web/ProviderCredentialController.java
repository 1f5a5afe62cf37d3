package dev.tollgate.credential.web;

import dev.tollgate.access.Viewer;
import dev.tollgate.catalog.Provider;
import dev.tollgate.core.Money;
import dev.tollgate.credential.MonthSpend;
import dev.tollgate.credential.ProviderCredential;
import java.math.BigDecimal;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;

/** Maps provider credentials. */
@Controller
class ProviderCredentialController {

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

    @SchemaMapping
    CompletableFuture<BigDecimal> spentThisMonth(
            ProviderCredential credential,
            @AuthenticationPrincipal Viewer viewer,
            DataLoader<MonthSpends.Calls, MonthSpend> monthSpend) {
        return monthSpend
                .load(calls(credential, viewer))
                .thenApply(spent -> spent.cost().amount());
    }

    @SchemaMapping
    CompletableFuture<Long> unpricedRequestsThisMonth(
            ProviderCredential credential,
            @AuthenticationPrincipal Viewer viewer,
            DataLoader<MonthSpends.Calls, MonthSpend> monthSpend) {
        return monthSpend.load(calls(credential, viewer)).thenApply(MonthSpend::unpricedRequests);
    }

    private static MonthSpends.Calls calls(ProviderCredential credential, Viewer viewer) {
        return new MonthSpends.Calls(viewer.organization(), credential.provider());
    }
}
