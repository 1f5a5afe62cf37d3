package dev.tollgate.directory;

import dev.tollgate.access.Account;
import dev.tollgate.access.Accounts;
import dev.tollgate.access.Viewer;
import dev.tollgate.apikey.ApiKey;
import dev.tollgate.apikey.ApiKeys;
import dev.tollgate.core.Scope;
import dev.tollgate.organization.Organization;
import dev.tollgate.organization.Organizations;
import java.util.List;
import java.util.Optional;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;

/** Answers {@code viewer}. */
@Controller
class ViewerController {

    private final Accounts accounts;
    private final ApiKeys keys;
    private final Organizations organizations;

    ViewerController(Accounts accounts, ApiKeys keys, Organizations organizations) {
        this.accounts = accounts;
        this.keys = keys;
        this.organizations = organizations;
    }

    @QueryMapping
    Viewer viewer(@AuthenticationPrincipal Viewer viewer) {
        return viewer;
    }

    @SchemaMapping
    Optional<Account> user(Viewer viewer) {
        return viewer.identity() instanceof Viewer.Person(var id) ? accounts.find(id) : Optional.empty();
    }

    @SchemaMapping
    Optional<ApiKey> apiKey(Viewer viewer) {
        return viewer.identity() instanceof Viewer.Key self
                ? keys.find(viewer.organization(), self.apiKeyId())
                : Optional.empty();
    }

    @SchemaMapping
    Organization organization(Viewer viewer) {
        return organizations.get(viewer.organization());
    }

    @SchemaMapping
    List<Scope> scopes(Viewer viewer) {
        return viewer.scopes().stream().sorted().toList();
    }
}
