package dev.tollgate.apikey;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import dev.tollgate.core.Actor;
import dev.tollgate.core.ApiKeyId;
import dev.tollgate.core.ErrorCode;
import dev.tollgate.core.OrganizationId;
import dev.tollgate.core.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/** The statements on api_key_request, each for one organization. */
final class ApiKeyRequests {

    private static final Duration KEPT = Duration.ofDays(30);

    private static final Table<Record> API_KEY_REQUEST = table(name("api_key_request"));
    private static final Field<UUID> ORGANIZATION_ID = field(name("organization_id"), UUID.class);
    private static final Field<String> ACTOR = field(name("actor"), String.class);
    private static final Field<String> CLIENT_MUTATION_ID = field(name("client_mutation_id"), String.class);
    private static final Field<byte[]> DIGEST = field(name("digest"), byte[].class);
    private static final Field<UUID> API_KEY_ID = field(name("api_key_id"), UUID.class);
    private static final Field<OffsetDateTime> REQUESTED_AT = field(name("requested_at"), OffsetDateTime.class);

    private final DSLContext sql;
    private final Condition ours;
    private final OrganizationId organization;

    ApiKeyRequests(DSLContext sql, OrganizationId organization) {
        this.sql = sql;
        this.organization = organization;
        this.ours = ORGANIZATION_ID.eq(organization.value());
    }

    /**
     * Notes a request that is about to be done for a key. When the same was noted before, the key of then, and nothing is to be
     * done; whoever does so at the same time is waited for. CONFLICT when the id was given to another request.
     */
    Optional<ApiKeyId> begin(RequestId request, ApiKeyId key, Instant now) {
        String actor = actor(request.actor());
        sql.deleteFrom(API_KEY_REQUEST)
                .where(ours, REQUESTED_AT.lt(now.minus(KEPT).atOffset(ZoneOffset.UTC)))
                .execute();
        int added = sql.insertInto(API_KEY_REQUEST)
                .set(ORGANIZATION_ID, organization.value())
                .set(ACTOR, actor)
                .set(CLIENT_MUTATION_ID, request.clientMutationId())
                .set(DIGEST, request.digest())
                .set(API_KEY_ID, key.value())
                .set(REQUESTED_AT, now.atOffset(ZoneOffset.UTC))
                .onConflictDoNothing()
                .execute();
        return added == 1 ? Optional.empty() : Optional.of(earlier(actor, request));
    }

    private ApiKeyId earlier(String actor, RequestId request) {
        Record found = sql.select(DIGEST, API_KEY_ID)
                .from(API_KEY_REQUEST)
                .where(ours, ACTOR.eq(actor), CLIENT_MUTATION_ID.eq(request.clientMutationId()))
                .fetchSingle();
        if (!Arrays.equals(found.get(DIGEST), request.digest())) {
            throw ProblemException.of(ErrorCode.CONFLICT, "This clientMutationId was given to another request.");
        }
        return new ApiKeyId(found.get(API_KEY_ID));
    }

    private static String actor(Actor actor) {
        return switch (actor) {
            case Actor.Person(var account) -> "PERSON " + account;
            case Actor.Key(var key) -> "API_KEY " + key;
            case Actor.Tollgate() -> "TOLLGATE";
        };
    }
}
