package dev.tollgate.graphql.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tollgate.access.Accounts;
import dev.tollgate.access.Members;
import dev.tollgate.access.Role;
import dev.tollgate.apikey.ApiKeys;
import dev.tollgate.apikey.IssuedApiKey;
import dev.tollgate.audit.AuditEntry;
import dev.tollgate.audit.AuditFilter;
import dev.tollgate.audit.AuditTrail;
import dev.tollgate.audit.Cause;
import dev.tollgate.core.AccountId;
import dev.tollgate.core.Scope;
import dev.tollgate.organization.Organization;
import dev.tollgate.testing.TestApi;
import dev.tollgate.testing.TestClock;
import dev.tollgate.testing.TestOrganizations;
import dev.tollgate.testing.TestServers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Rights are checked for as long as a connection lasts. */
@SubscriptionTest
class RightsTests {

    private static final Duration A_SECOND = Duration.ofSeconds(1);
    private static final String PASSWORD = "correct horse battery";

    private final TestSockets sockets;
    private final TestApi api;
    private final ApiKeys keys;
    private final Accounts accounts;
    private final AuditTrail audit;
    private final Members members;
    private final TestClock clock;
    private final Organization organization;
    private final JdbcClient database =
            JdbcClient.create(new DriverManagerDataSource(TestServers.databaseUrl(), "postgres", ""));

    @Autowired
    RightsTests(
            TestSockets sockets,
            TestApi api,
            ApiKeys keys,
            Accounts accounts,
            AuditTrail audit,
            Members members,
            TestClock clock,
            TestOrganizations organizations) {
        this.sockets = sockets;
        this.api = api;
        this.keys = keys;
        this.accounts = accounts;
        this.audit = audit;
        this.members = members;
        this.clock = clock;
        this.organization = organizations.create();
    }

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void endWithARevokedKey() {
        IssuedApiKey key = key(null);
        TestSocket socket = sockets.ready("Bearer " + key.secret());
        assertThat(socket.soFar()).isEmpty();

        keys.revoke(organization.id(), Cause.TOLLGATE, key.key().id());

        assertEndsWithinASecond(socket, "4401 Unauthorized: the credential is no longer valid");
    }

    @Test
    void endWithAKeyRevokedOnAnotherNode() {
        IssuedApiKey key = key(null);
        TestSocket socket = sockets.ready("Bearer " + key.secret());

        changeElsewhere(key, "SET revoked_at = now()");

        assertEndsWithinASecond(socket, "4401 Unauthorized: the credential is no longer valid");
    }

    @Test
    void endWithAKeyThatExpires() {
        IssuedApiKey key = key(clock.instant().plusSeconds(60));
        TestSocket socket = sockets.ready("Bearer " + key.secret());

        clock.advance(Duration.ofSeconds(61));

        assertEndsWithinASecond(socket, "4401 Unauthorized: the credential is no longer valid");
    }

    @Test
    void endWithAScopeThatIsTakenAway() {
        IssuedApiKey key = key(null);
        TestSocket socket = sockets.ready("Bearer " + key.secret());

        changeElsewhere(key, "SET scopes = '{USAGE_WRITE}'");

        assertEndsWithinASecond(socket, "4403 Forbidden: the rights have changed");
    }

    /** As another node does, whose message is lost. */
    private void changeElsewhere(IssuedApiKey key, String change) {
        for (String update : List.of("UPDATE api_key " + change, "UPDATE api_key_secret SET changed_at = now()")) {
            database.sql(update + " WHERE organization_id = ? AND api_key_id = ?")
                    .params(organization.id().value(), key.key().id().value())
                    .update();
        }
    }

    @Test
    void endWithAnOrganizationThatIsSuspendedOnAnotherNode() {
        TestSocket program = sockets.ready("Bearer " + key(null).secret());
        TestSocket browser = browser(api.session(member(), PASSWORD), api.origin());

        database.sql("UPDATE organization SET suspended_at = now(), suspension_reason = 'r' WHERE organization_id = ?")
                .param(organization.id().value())
                .update();

        assertEndsWithinASecond(program, "4403 Forbidden: the credential may not be used now");
        assertEndsWithinASecond(browser, "4401 Unauthorized: the credential is no longer valid");
    }

    @Test
    void endWithAMembership() {
        String email = member();
        TestSocket socket = browser(api.session(email, PASSWORD), api.origin());

        database.sql("DELETE FROM member WHERE organization_id = ?")
                .param(organization.id().value())
                .update();

        assertEndsWithinASecond(socket, "4401 Unauthorized: the credential is no longer valid");
    }

    @Test
    void endWithAMemberWhoIsRemovedOrSuspended() {
        for (boolean removed : new boolean[] {true, false}) {
            String email = UUID.randomUUID() + "@example.com";
            AccountId account = accounts.create(email, "Member", PASSWORD, organization.id(), Role.MEMBER)
                    .id();
            TestSocket socket = browser(api.session(email, PASSWORD), api.origin());

            if (removed) {
                members.remove(organization.id(), Cause.TOLLGATE, account);
            } else {
                members.suspend(organization.id(), Cause.TOLLGATE, account);
            }

            assertEndsWithinASecond(socket, "4401 Unauthorized: the credential is no longer valid");
        }
    }

    @Test
    void endWithASession() {
        String session = api.session(member(), PASSWORD);
        TestSocket socket = browser(session, api.origin());
        RestTestClient client = api.anonymous()
                .mutate()
                .defaultCookie("tollgate_session", session)
                .build();

        client.delete()
                .uri("/session")
                .header("Origin", api.origin())
                .exchange()
                .expectStatus()
                .isEqualTo(HttpStatus.NO_CONTENT);

        assertEndsWithinASecond(socket, "4401 Unauthorized: the credential is no longer valid");
    }

    @Test
    void tellTheAuditTrailWhereAMutationCameFrom() {
        IssuedApiKey key = keys.create(organization.id(), Cause.TOLLGATE, "test", Set.of(Scope.ADMIN), null);
        TestSocket socket = sockets.ready("Bearer " + key.secret());

        socket.subscribe("1", "mutation { createApiKey(input: {name: \"m\", scopes: [ADMIN]}) { apiKey { name } } }");

        assertThat(socket.next()).contains("\"name\":\"m\"");
        assertThat(audit.list(organization.id(), AuditFilter.ALL, null, 1).getFirst())
                .returns("createApiKey", AuditEntry::action)
                .returns("127.0.0.1", AuditEntry::address);
    }

    @Test
    void areNotGivenToPagesOfOtherSites() {
        String session = api.session(member(), PASSWORD);

        assertThatExceptionOfType(CompletionException.class)
                .isThrownBy(() -> browser(session, "https://evil.example.com"));
    }

    private IssuedApiKey key(@Nullable Instant expiresAt) {
        return keys.create(organization.id(), Cause.TOLLGATE, "test", Set.of(Scope.USAGE_READ), expiresAt);
    }

    private String member() {
        String email = UUID.randomUUID() + "@example.com";
        accounts.create(email, "Member", PASSWORD, organization.id(), Role.OWNER);
        return email;
    }

    private TestSocket browser(String session, String origin) {
        return sockets.open(
                        TestSockets.PROTOCOL,
                        Map.of("Cookie", "tollgate_session=" + session, "Origin", origin),
                        Long.MAX_VALUE)
                .send("{\"type\":\"connection_init\"}")
                .expect("{\"type\":\"connection_ack\"}");
    }

    private static void assertEndsWithinASecond(TestSocket socket, String reason) {
        long began = System.nanoTime();
        assertThat(socket.closed()).isEqualTo(reason);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(A_SECOND);
    }
}
