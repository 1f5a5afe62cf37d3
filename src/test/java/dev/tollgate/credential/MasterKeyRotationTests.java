package dev.tollgate.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.tollgate.audit.AuditTrail;
import dev.tollgate.audit.Cause;
import dev.tollgate.core.ErrorCode;
import dev.tollgate.core.OrganizationId;
import dev.tollgate.core.ProblemException;
import dev.tollgate.redis.RedisTopics;
import dev.tollgate.tenancy.OwnerDatabase;
import dev.tollgate.tenancy.TenantTransactions;
import dev.tollgate.testing.FakeProvider;
import dev.tollgate.testing.TestOrganizations;
import dev.tollgate.testing.TollgateTest;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Nodes that have one master key, the other, or both, while one takes the place of the other. */
@TollgateTest
class MasterKeyRotationTests {

    private static final String SECRET = "sk-kept-0123456789";
    private static final MasterKey OLD = MasterKey.parse("old", "0a".repeat(32));
    private static final MasterKey NEW = MasterKey.parse("new", "0b".repeat(32));

    private final DSLContext unbound;
    private final TenantTransactions transactions;
    private final RedisTopics topics;
    private final ProviderChecks checks;
    private final ProviderSpend spend;
    private final AuditTrail audit;
    private final Clock clock;
    private final OwnerDatabase database;
    private final OrganizationId organization;
    private final FakeProvider provider = new FakeProvider(SECRET);
    private final List<Node> nodes = new ArrayList<>();

    @Autowired
    MasterKeyRotationTests(
            DSLContext unbound,
            TenantTransactions transactions,
            RedisTopics topics,
            ProviderChecks checks,
            ProviderSpend spend,
            AuditTrail audit,
            Clock clock,
            OwnerDatabase database,
            TestOrganizations organizations) {
        this.unbound = unbound;
        this.transactions = transactions;
        this.topics = topics;
        this.checks = checks;
        this.spend = spend;
        this.audit = audit;
        this.clock = clock;
        this.database = database;
        this.organization = organizations.create().id();
    }

    private record Node(ProviderCredentials credentials, CredentialKeeper keeper, SecretCache cache) {}

    @AfterEach
    void end() {
        nodes.forEach(node -> node.cache().close());
        provider.close();
    }

    @Test
    void readsEverythingOnEveryNodeWhileOneKeyTakesThePlaceOfTheOther() {
        Node old = node(OLD);
        add(old, "openai");

        Node both = node(NEW, OLD);
        add(both, "groq");
        assertReads(old, "openai", "groq");
        assertReads(both, "openai", "groq");

        both.keeper().work(organization);
        old.keeper().work(organization);
        both.keeper().work(organization);
        assertReads(old, "openai", "groq");
        assertReads(node(NEW), "openai", "groq");
        assertThat(wrappedBy(OLD)).isEqualTo(2);
        assertThat(wrappedBy(NEW)).isEqualTo(2);
    }

    @Test
    void forgetsTheOldKeyOnceNoNodeIsToldOfIt() {
        add(node(OLD), "openai");
        node(NEW, OLD).keeper().work(organization);

        node(NEW).keeper().work(organization);
        node(NEW, OLD).keeper().work(organization);

        assertThat(wrappedBy(OLD)).isZero();
        assertReads(node(NEW), "openai");
        assertReads(node(NEW, OLD), "openai");
    }

    @Test
    void goesBackToTheOldKey() {
        add(node(OLD), "openai");
        node(NEW, OLD).keeper().work(organization);

        node(OLD, NEW).keeper().work(organization);
        node(OLD).keeper().work(organization);

        assertThat(wrappedBy(NEW)).isZero();
        assertReads(node(OLD), "openai");
    }

    /** Also finds whose keys are to be wrapped, which the whole installation is asked for. */
    @Test
    void wrapsInTheBackground() {
        add(node(OLD), "openai");

        node(NEW, OLD).keeper().look();

        assertThat(wrappedBy(NEW)).isOne();
    }

    @Test
    void saysThatANodeHasAnotherKey() {
        add(node(OLD), "openai");

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> node(NEW).credentials().secretFor(organization, "openai"))
                .returns(ErrorCode.UNAVAILABLE, ProblemException::code)
                .withMessageContaining("TOLLGATE_MASTER_KEY");
        assertThat(node(NEW).credentials().list(organization)).hasSize(1);
    }

    @Test
    void keepsNothingWithoutAKey() {
        Node none = node();

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> add(none, "openai"))
                .returns(ErrorCode.UNAVAILABLE, ProblemException::code)
                .withMessageContaining("TOLLGATE_MASTER_KEY is not set");
        none.keeper().look();
        assertThat(provider.requests()).isEmpty();
        assertThat(none.credentials().list(organization)).isEmpty();
    }

    /** Whoever can write to the database must not get a secret sent to another address, or for another organization. */
    @Test
    void opensASecretOnlyForWhatItWasKeptFor() {
        Node node = node(OLD);
        add(node, "openai");
        List.of(
                        "UPDATE provider_secret SET base_url = 'https://evil.example/v1' WHERE organization_id = ?",
                        "UPDATE provider_secret SET ciphertext = ciphertext || ciphertext WHERE organization_id = ?")
                .forEach(change -> {
                    List<Object> before = secretRow();
                    database.sql().execute(change, organization.value());
                    assertThatIllegalStateException()
                            .isThrownBy(() -> node(OLD).credentials().secretFor(organization, "openai"))
                            .withMessageNotContaining(SECRET);
                    database.sql()
                            .execute(
                                    "UPDATE provider_secret SET base_url = ?, ciphertext = ? WHERE organization_id = ?",
                                    before.get(0),
                                    before.get(1),
                                    organization.value());
                });
        assertReads(node(OLD), "openai");
    }

    private List<Object> secretRow() {
        return List.of(database.sql()
                .fetchSingle(
                        "SELECT base_url, ciphertext FROM provider_secret WHERE organization_id = ?",
                        organization.value())
                .intoArray());
    }

    /** A node with these master keys, the newest first. */
    private Node node(MasterKey... keys) {
        List<MasterKey> all = List.of(keys);
        MasterKeys masterKeys = all.isEmpty()
                ? new MasterKeys(null, List.of())
                : new MasterKeys(all.getFirst(), all.subList(1, all.size()));
        SecretVault vault = new SecretVault(masterKeys);
        SecretCache cache = new SecretCache(transactions, vault, topics, Duration.ofMillis(1));
        Node node = new Node(
                new ProviderCredentials(transactions, vault, cache, checks, spend, audit, clock),
                new CredentialKeeper(unbound, transactions, vault, masterKeys, cache, spend, audit, clock),
                cache);
        nodes.add(node);
        return node;
    }

    private void add(Node node, String name) {
        node.credentials()
                .add(
                        organization,
                        Cause.TOLLGATE,
                        new CredentialDraft(
                                name, SECRET, provider.baseUrl(), CredentialSource.OWN, TestDrafts.UNLIMITED));
    }

    private void assertReads(Node node, String... names) {
        assertThat(Stream.of(names).map(name -> node.credentials().secretFor(organization, name)))
                .allSatisfy(answer -> assertThat(answer)
                        .isInstanceOfSatisfying(
                                SecretAnswer.Usable.class,
                                usable -> assertThat(usable.secret().value()).isEqualTo(SECRET)));
    }

    private long wrappedBy(MasterKey key) {
        return database.sql()
                .fetchSingle(
                        "SELECT count(*) FROM provider_data_key WHERE organization_id = ? AND master_key_id = ?",
                        organization.value(),
                        key.id())
                .get(0, Long.class);
    }
}
