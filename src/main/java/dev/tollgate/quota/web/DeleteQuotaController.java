package dev.tollgate.quota.web;

import dev.tollgate.access.Viewer;
import dev.tollgate.access.ViewerAuthentication;
import dev.tollgate.core.Scope;
import dev.tollgate.quota.Quotas;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/** Answers {@code deleteQuota}. */
@Controller
class DeleteQuotaController {

    private final Quotas quotas;

    DeleteQuotaController(Quotas quotas) {
        this.quotas = quotas;
    }

    @MutationMapping
    Payload deleteQuota(@Argument Input input, ViewerAuthentication authentication) {
        Viewer viewer = authentication.getPrincipal();
        viewer.require(Scope.CONTROL_WRITE);
        return QuotaNodes.parse(input.id())
                .flatMap(id -> quotas.delete(
                        viewer.organization(), authentication.cause().because(input.reason()), id))
                .map(deleted -> new Payload(input.id()))
                .orElseThrow(QuotaNodes::missing);
    }

    /** The GraphQL input {@code DeleteQuotaInput}. */
    record Input(String id, @Nullable String reason) {}

    /** The GraphQL type {@code DeleteQuotaPayload}. */
    record Payload(String deletedQuotaId) {}
}
