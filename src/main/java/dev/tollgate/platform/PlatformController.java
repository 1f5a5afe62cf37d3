package dev.tollgate.platform;

import dev.tollgate.access.Account;
import dev.tollgate.access.Operators;
import dev.tollgate.access.Viewer;
import dev.tollgate.graphql.Connection;
import dev.tollgate.graphql.Cursors;
import dev.tollgate.graphql.PageSize;
import dev.tollgate.graphql.SearchText;
import dev.tollgate.organization.OrganizationRegister;
import dev.tollgate.organization.OrganizationSearch;
import dev.tollgate.organization.RegisteredOrganization;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;

/** Answers {@code platform} and what is in it. */
@Controller
class PlatformController {

    private static final int LARGEST_PAGE = 100;

    private final OrganizationRegister register;
    private final Operators operators;

    PlatformController(OrganizationRegister register, Operators operators) {
        this.register = register;
        this.operators = operators;
    }

    /** The only way to a {@link Platform}: its fields need not ask again. */
    @QueryMapping
    Platform platform(@AuthenticationPrincipal Viewer viewer) {
        operators.require(viewer);
        return new Platform();
    }

    @SchemaMapping(typeName = "Viewer")
    boolean isOperator(Viewer viewer) {
        return operators.isOperator(viewer);
    }

    @SchemaMapping(typeName = "Platform")
    Connection<RegisteredOrganization> organizations(
            @Argument int first,
            @Argument @Nullable String after,
            @Argument @Nullable String search,
            @Argument @Nullable OrganizationStatus status) {
        int size = PageSize.of(first, LARGEST_PAGE);
        OrganizationSearch wanted =
                new OrganizationSearch(SearchText.of("search", search), OrganizationStatus.suspended(status));
        String slug = after == null ? null : Cursors.decode(after, 1).getFirst();
        List<RegisteredOrganization> found = register.list(wanted, slug, size + 1);
        return Connection.of(
                found.subList(0, Math.min(size, found.size())),
                registered -> Cursors.encode(registered.organization().slug()),
                slug != null,
                found.size() > size,
                register.count(wanted));
    }

    @SchemaMapping(typeName = "Platform")
    List<Account> operators() {
        return operators.list();
    }
}
