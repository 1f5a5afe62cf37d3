package dev.tollgate.bench;

import dev.tollgate.access.Viewers;
import dev.tollgate.apikey.AllowedModels;
import dev.tollgate.apikey.AllowedNetworks;
import dev.tollgate.apikey.ApiKeyDraft;
import dev.tollgate.apikey.ApiKeys;
import dev.tollgate.apikey.IssuedApiKey;
import dev.tollgate.apikey.KeyAttribution;
import dev.tollgate.audit.Cause;
import dev.tollgate.core.OrganizationId;
import dev.tollgate.core.Scope;
import dev.tollgate.organization.Organizations;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationContext;

/** How long it takes to find the viewer behind an API key that was seen lately, its networks and the note of its use included. */
final class KeyCheckBench {

    private static final int CHECKS = 2_000_000;
    private static final String ADDRESS = "10.1.2.3";

    private final Viewers viewers;
    private final ApiKeys keys;
    private final OrganizationId organization;

    KeyCheckBench(ApplicationContext application) {
        this.viewers = application.getBean(Viewers.class);
        this.keys = application.getBean(ApiKeys.class);
        this.organization = application
                .getBean(Organizations.class)
                .create("bench-" + UUID.randomUUID(), "Bench", ZoneOffset.UTC)
                .id();
    }

    List<Row> rows() {
        String open = "Bearer "
                + keys.create(organization, Cause.TOLLGATE, "open", Set.of(Scope.USAGE_WRITE), null)
                        .secret();
        String narrow = "Bearer " + narrowSecret();
        measure(open);
        measure(narrow);
        double microseconds = measure(open);
        return List.of(Row.atMost(
                "API key check, cached, microseconds",
                microseconds,
                20,
                "with ten allowed networks: %.2f".formatted(measure(narrow))));
    }

    private String narrowSecret() {
        List<String> networks = List.of(
                "192.0.2.0/24",
                "198.51.100.0/24",
                "203.0.113.0/24",
                "172.16.0.0/12",
                "192.168.0.0/16",
                "2001:db8:1::/48",
                "2001:db8:2::/48",
                "2001:db8:3::/48",
                "2001:db8:4::/48",
                "10.0.0.0/8");
        ApiKeyDraft draft = new ApiKeyDraft(
                "narrow",
                Set.of(Scope.USAGE_WRITE),
                null,
                KeyAttribution.NONE,
                AllowedModels.ALL,
                AllowedNetworks.of(networks));
        return ((IssuedApiKey) keys.create(organization, Cause.TOLLGATE, draft, null)).secret();
    }

    private double measure(String authorization) {
        int found = 0;
        long start = System.nanoTime();
        for (int i = 0; i < CHECKS; i++) {
            found += viewers.ofAuthorization(authorization, ADDRESS).isPresent() ? 1 : 0;
        }
        long took = System.nanoTime() - start;
        if (found != CHECKS) {
            throw new IllegalStateException("a key did not work");
        }
        return took / 1e3 / CHECKS;
    }
}
