package dev.tollgate.directory;

import dev.tollgate.apikey.ApiKey;
import dev.tollgate.core.Scope;
import java.util.List;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Maps API keys. */
@Controller
class ApiKeyController {

    @SchemaMapping
    String id(ApiKey key) {
        return ApiKeyNodes.id(key);
    }

    @SchemaMapping
    List<Scope> scopes(ApiKey key) {
        return key.scopes().stream().sorted().toList();
    }
}
