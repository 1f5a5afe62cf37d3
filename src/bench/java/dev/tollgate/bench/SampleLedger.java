package dev.tollgate.bench;

import org.jooq.DSLContext;

/**
 * Fills a ledger with SQL: 30 days up to last midnight, 1,440 attributions, two thousand users of whom each belongs to one team
 * and uses four of the features. The cells are then built from it.
 */
final class SampleLedger {

    private static final String ATTRIBUTIONS = """
            INSERT INTO attribution (organization_id, attribution_id, digest, provider, model, model_family, team, project,
                                     feature, environment, request_type)
            SELECT o.organization_id, 1 + (m * 12 + t) * 20 + f * 2 + e, sha256(format('%s %s %s %s', m, t, f, e)::bytea),
                   'openai', 'model-' || m, 'family-' || m / 2, 'team-' || t, 'project-' || t % 6, 'feature-' || f,
                   CASE e WHEN 0 THEN 'production' ELSE 'staging' END, 'CHAT'
              FROM (SELECT organization_id FROM organization LIMIT 1) AS o,
                   generate_series(0, 5) AS m, generate_series(0, 11) AS t, generate_series(0, 9) AS f,
                   generate_series(0, 1) AS e
            """;

    private static final String EVENTS = """
            INSERT INTO usage_event (organization_id, event_id, occurred_at, received_at, attribution_id, cost, cost_input,
                                     cost_output, price_version_id, uncached_input_tokens, cache_read_tokens,
                                     output_tokens, request_count, latency_ms, status, token_provenance, cost_provenance,
                                     user_id)
            SELECT o.organization_id, format('event-%s', i), at, at,
                   1 + (h % 6 * 12 + u % 12) * 20 + (u / 12 + h / 6 % 4) % 10 * 2 + h / 24 % 2,
                   (h % 900 + 100) * 7500000::bigint, (h % 900 + 100) * 5000000::bigint, (h % 900 + 100) * 2500000::bigint,
                   1, 50 + h % 4000, h % 50, 1 + h / 7 % 800, 1,
                   CASE WHEN h % 50 = 0 THEN NULL ELSE (40 + exp(random() * 5))::int END,
                   CASE WHEN h % 97 = 0 THEN 1 ELSE 0 END, 0, 1, 'user-' || u
              FROM (SELECT organization_id FROM organization LIMIT 1) AS o,
                   (SELECT i, abs(hashint4(i)) AS h, abs(hashint4(i + 7)) % 2000 AS u,
                           date_trunc('day', now(), 'UTC') - interval '30 days'
                             + i * (interval '30 days' / ?) AS at
                      FROM generate_series(0, ? - 1) AS i) AS e
            """;

    private SampleLedger() {}

    static void fill(DSLContext owner, int events) {
        owner.execute(ATTRIBUTIONS);
        owner.execute(EVENTS, events, events);
        owner.execute("VACUUM ANALYZE usage_event");
    }
}
