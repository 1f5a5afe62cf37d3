package dev.tollgate.bench;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;

/** Organizations, each with a key, made as the owner of the database. */
final class LiveOrganizations {

    private static final String ORGANIZATION = """
            INSERT INTO organization (organization_id, slug, name, time_zone, created_at) VALUES (?, ?, 'Live', 'UTC', now())
            """;

    private static final String KEY = """
            INSERT INTO api_key (organization_id, api_key_id, name, prefix, scopes, created_at)
            VALUES (?, ?, 'Live', 'tg_live', '{USAGE_WRITE,USAGE_READ}', now())
            """;

    private static final String SECRET = """
            INSERT INTO api_key_secret (secret_hash, organization_id, api_key_id) VALUES (?, ?, ?)
            """;

    private LiveOrganizations() {}

    /** An organization and the secret of its key. */
    record Tenant(UUID id, String key) {}

    static List<Tenant> create(DSLContext owner, int count) {
        List<Tenant> tenants = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Tenant tenant = new Tenant(UUID.randomUUID(), "tg_live%037d".formatted(i));
            UUID key = UUID.randomUUID();
            owner.execute(ORGANIZATION, tenant.id(), "live-" + i);
            owner.execute(KEY, tenant.id(), key);
            owner.execute(SECRET, sha256(tenant.key()), tenant.id(), key);
            tenants.add(tenant);
        }
        return tenants;
    }

    private static byte[] sha256(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
