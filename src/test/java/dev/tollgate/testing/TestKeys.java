package dev.tollgate.testing;

import dev.tollgate.apikey.AllowedModels;
import dev.tollgate.apikey.AllowedNetworks;
import dev.tollgate.apikey.ApiKeyDraft;
import dev.tollgate.apikey.ApiKeys;
import dev.tollgate.apikey.IssuedApiKey;
import dev.tollgate.apikey.KeyAttribution;
import dev.tollgate.audit.Cause;
import dev.tollgate.core.OrganizationId;
import dev.tollgate.core.Scope;
import dev.tollgate.organization.Organization;
import java.util.Set;
import org.springframework.boot.test.context.TestComponent;

/** Makes API keys that work. */
@TestComponent
public class TestKeys {

    private final ApiKeys keys;

    TestKeys(ApiKeys keys) {
        this.keys = keys;
    }

    /** The secret of a new key of the organization with these scopes. */
    public String secret(OrganizationId organization, Scope... scopes) {
        return keys.create(organization, Cause.TOLLGATE, "test", Set.of(scopes), null)
                .secret();
    }

    /** A new key that attributes what is recorded with it, where that says nothing itself. */
    public IssuedApiKey attributing(OrganizationId organization, KeyAttribution attribution, Scope... scopes) {
        ApiKeyDraft draft =
                new ApiKeyDraft("test", Set.of(scopes), null, attribution, AllowedModels.ALL, AllowedNetworks.ALL);
        return (IssuedApiKey) keys.create(organization, Cause.TOLLGATE, draft, null);
    }

    /** The value of an {@code Authorization} header for a new key of the organization with these scopes. */
    public String bearer(Organization organization, Scope... scopes) {
        return "Bearer " + secret(organization.id(), scopes);
    }
}
