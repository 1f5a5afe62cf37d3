package dev.tollgate.bench;

import dev.tollgate.access.Viewers;
import dev.tollgate.apikey.ApiKeys;
import dev.tollgate.audit.Cause;
import dev.tollgate.core.OrganizationId;
import dev.tollgate.core.Scope;
import dev.tollgate.organization.Organizations;
import dev.tollgate.testing.TestServers;
import java.net.URI;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The first pages of quotas and keys, and checks of keys, in organizations that have few of them and many. */
final class PageBench {

    private static final int FEW_KEYS = 100;
    private static final int MANY_KEYS = 100_000;
    private static final int WARM_UP = 200;
    private static final int TIMES = 300;
    private static final int CHECKS = 1_000_000;

    private static final String QUOTAS = """
            { organization { quotas(first: 50) { totalCount pageInfo { hasNextPage endCursor } nodes {
              id name scope { type value keyName } limits { totalTokens cost } period mode version
              utilization { status usedPercent projectedPercent periodEnd limits { metric limit used projected } } } } } }""";
    private static final String KEYS = """
            { organization { apiKeys(first: 50) { totalCount pageInfo { hasNextPage endCursor } nodes {
              id name owner { name } prefix scopes createdAt lastUsedAt expiresAt revokedAt usage { requests cost } } } } }""";
    /** Copies of the organization's first key, each a second older than the one before. */
    private static final String COPIES = """
            INSERT INTO api_key SELECT (json_populate_record(k, json_build_object(
              'api_key_id', gen_random_uuid(), 'created_at', k.created_at - n * interval '1 second'))).*
            FROM api_key k, generate_series(2, ?) n WHERE organization_id = ?""";

    private static final String COUNT =
            "UPDATE api_key_count c SET keys = (SELECT count(*) FROM api_key k WHERE k.organization_id = c.organization_id) WHERE organization_id = ?";

    private final ApiKeys keys;
    private final Viewers viewers;
    private final Organizations organizations;
    private final String origin;
    private final JdbcClient database =
            JdbcClient.create(new DriverManagerDataSource(TestServers.databaseUrl(), "postgres", ""));

    PageBench(ApplicationContext application) {
        this.keys = application.getBean(ApiKeys.class);
        this.viewers = application.getBean(Viewers.class);
        this.organizations = application.getBean(Organizations.class);
        this.origin =
                "http://localhost:" + application.getBean(Environment.class).getRequiredProperty("local.server.port");
    }

    /**
     * The rows.
     *
     * @param few an organization with 100 quotas
     * @param many one with 10,000
     */
    List<Row> rows(OrganizationId few, OrganizationId many) {
        OrganizationId fewKeys = organization(FEW_KEYS);
        OrganizationId manyKeys = organization(MANY_KEYS);
        // As the server does by itself after a while.
        database.sql("VACUUM (ANALYZE) api_key").update();
        return List.of(
                pages("page of quotas, 10,000 of them ÷ 100, p50 time", QUOTAS, few, many),
                pages("page of API keys, 100,000 of them ÷ 100, p50 time", KEYS, fewKeys, manyKeys),
                checks(fewKeys, manyKeys));
    }

    private OrganizationId organization(int size) {
        OrganizationId organization = organizations
                .create("bench-" + UUID.randomUUID(), "Bench", ZoneOffset.UTC)
                .id();
        bearer(organization);
        database.sql(COPIES).params(size, organization.value()).update();
        database.sql(COUNT).params(organization.value()).update();
        return organization;
    }

    private String bearer(OrganizationId organization) {
        return keys.create(organization, Cause.TOLLGATE, "bench", Set.of(Scope.ADMIN), null)
                .secret();
    }

    /** Asks both by turns, so that what else the machine does meets both. */
    private Row pages(String what, String query, OrganizationId few, OrganizationId many) {
        List<Double> ofFew = new ArrayList<>();
        List<Double> ofMany = new ArrayList<>();
        try (Client fewer = new Client(this::address, bearer(few));
                Client more = new Client(this::address, bearer(many))) {
            for (int i = 0; i < WARM_UP + TIMES; i++) {
                double one = milliseconds(fewer, query);
                double other = milliseconds(more, query);
                if (i >= WARM_UP) {
                    ofFew.add(one);
                    ofMany.add(other);
                }
            }
        }
        double timeOfFew = Latencies.of(ofFew).median();
        double timeOfMany = Latencies.of(ofMany).median();
        return Row.atMost(
                what,
                timeOfMany / timeOfFew,
                1.5,
                "%.1f ÷ %.1f ms, with the whole count".formatted(timeOfMany, timeOfFew));
    }

    private URI address(String path) {
        return URI.create(origin + path);
    }

    private static double milliseconds(Client client, String query) {
        long start = System.nanoTime();
        client.query(query);
        return (System.nanoTime() - start) / 1e6;
    }

    private Row checks(OrganizationId few, OrganizationId many) {
        String one = "Bearer " + bearer(few);
        String other = "Bearer " + bearer(many);
        microseconds(one);
        microseconds(other);
        double ofFew = microseconds(one);
        double ofMany = microseconds(other);
        return Row.atMost(
                "API key check, of 100,000 keys ÷ of 100, time",
                ofMany / ofFew,
                1.5,
                "%.2f ÷ %.2f µs".formatted(ofMany, ofFew));
    }

    private double microseconds(String authorization) {
        int found = 0;
        long start = System.nanoTime();
        for (int i = 0; i < CHECKS; i++) {
            found += viewers.ofAuthorization(authorization, "10.1.2.3").isPresent() ? 1 : 0;
        }
        double took = (System.nanoTime() - start) / 1e3 / CHECKS;
        if (found != CHECKS) {
            throw new IllegalStateException("a key did not work");
        }
        return took;
    }
}
