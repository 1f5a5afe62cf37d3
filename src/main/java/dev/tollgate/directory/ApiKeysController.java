package dev.tollgate.directory;

import dev.tollgate.access.Viewer;
import dev.tollgate.apikey.ApiKey;
import dev.tollgate.apikey.ApiKeyPosition;
import dev.tollgate.apikey.ApiKeys;
import dev.tollgate.apikey.KeySelection;
import dev.tollgate.core.AccountId;
import dev.tollgate.core.Scope;
import dev.tollgate.graphql.Connection;
import dev.tollgate.graphql.PageSize;
import dev.tollgate.graphql.SearchText;
import dev.tollgate.organization.Organization;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;

/** Answers {@code Organization.apiKeys}. */
@Controller
class ApiKeysController {

    private static final int LARGEST_PAGE = 100;

    private final ApiKeys keys;

    ApiKeysController(ApiKeys keys) {
        this.keys = keys;
    }

    @SchemaMapping
    Connection<ApiKey> apiKeys(
            Organization organization,
            @Argument @Nullable String search,
            @Argument int first,
            @Argument @Nullable String after,
            @AuthenticationPrincipal Viewer viewer) {
        AccountId owner = owner(viewer);
        int size = PageSize.of(first, LARGEST_PAGE);
        ApiKeyPosition position = after == null ? null : ApiKeyCursor.parse(after);
        KeySelection which = new KeySelection(owner, SearchText.of("search", search));
        List<ApiKey> found = keys.list(organization.id(), which, position, size + 1);
        return Connection.of(
                found.subList(0, Math.min(size, found.size())),
                ApiKeyCursor::of,
                position != null,
                found.size() > size,
                keys.count(organization.id(), which));
    }

    /** Whose keys the viewer sees; null: all. */
    private static @Nullable AccountId owner(Viewer viewer) {
        if (viewer.identity() instanceof Viewer.Person(var self) && !viewer.may(Scope.CONTROL_READ)) {
            return self;
        }
        viewer.require(Scope.CONTROL_READ);
        return null;
    }
}
