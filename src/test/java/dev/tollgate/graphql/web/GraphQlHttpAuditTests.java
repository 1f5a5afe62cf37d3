package dev.tollgate.graphql.web;

import dev.tollgate.core.Scope;
import dev.tollgate.graphql.GraphQlTools;
import dev.tollgate.testing.TestApi;
import dev.tollgate.testing.TestKeys;
import dev.tollgate.testing.TestOrganizations;
import dev.tollgate.testing.TollgateTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@TollgateTest
class GraphQlHttpAuditTests {

    private final TestApi api;
    private final String key;

    @Autowired
    GraphQlHttpAuditTests(TestApi api, TestKeys keys, TestOrganizations organizations) {
        this.api = api;
        this.key = keys.secret(organizations.create().id(), Scope.ADMIN);
    }

    @Test
    void passesEveryAuditOfGraphqlHttp() {
        GraphQlTools.run("audit", Map.of("TOLLGATE_URL", api.origin() + "/graphql", "TOLLGATE_KEY", key));
    }
}
