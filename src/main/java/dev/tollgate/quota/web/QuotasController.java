package dev.tollgate.quota.web;

import dev.tollgate.access.Viewer;
import dev.tollgate.core.Scope;
import dev.tollgate.graphql.Connection;
import dev.tollgate.graphql.PageSize;
import dev.tollgate.organization.Organization;
import dev.tollgate.quota.Quota;
import dev.tollgate.quota.QuotaFilter;
import dev.tollgate.quota.QuotaPosition;
import dev.tollgate.quota.Quotas;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;

/** Answers {@code Organization.quotas}. */
@Controller
class QuotasController {

    private static final int LARGEST_PAGE = 100;

    private final Quotas quotas;

    QuotasController(Quotas quotas) {
        this.quotas = quotas;
    }

    @SchemaMapping
    Connection<Quota> quotas(
            Organization organization,
            @Argument @Nullable QuotaFilterInput filter,
            @Argument int first,
            @Argument @Nullable String after,
            @AuthenticationPrincipal Viewer viewer) {
        viewer.require(Scope.CONTROL_READ);
        int size = PageSize.of(first, LARGEST_PAGE);
        QuotaPosition position = after == null ? null : QuotaCursor.parse(after);
        QuotaFilter which = filter == null ? QuotaFilter.ALL : filter.toFilter();
        List<Quota> found = quotas.list(organization.id(), which, position, size + 1);
        return Connection.of(
                found.subList(0, Math.min(size, found.size())),
                QuotaCursor::of,
                position != null,
                found.size() > size,
                quotas.count(organization.id(), which));
    }
}
