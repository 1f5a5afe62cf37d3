package dev.tollgate.usage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.core.OrganizationId;
import dev.tollgate.tenancy.TenantTransactions;
import dev.tollgate.testing.TestOrganizations;
import dev.tollgate.testing.TollgateTest;
import java.time.Duration;
import java.time.Period;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@TollgateTest
class AttributionsTests {

    private final AttributionTable table;
    private final TenantTransactions transactions;
    private final Attributions attributions;
    private final OrganizationId organization;

    @Autowired
    AttributionsTests(
            AttributionTable table,
            TenantTransactions transactions,
            Attributions attributions,
            TestOrganizations organizations) {
        this.table = table;
        this.transactions = transactions;
        this.attributions = attributions;
        this.organization = organizations.create().id();
    }

    @Test
    void haveOneIdHoweverOftenTheyAreUsed() {
        AttributionId id = id(attribution("search", Map.of("plan", "gold")));

        assertThat(id(attribution("search", Map.of("plan", "gold")))).isEqualTo(id);
        assertThat(idOf(fresh(100), attribution("search", Map.of("plan", "gold"))))
                .contains(id);
    }

    @Test
    void differInAnyDimensionAndAnyTag() {
        List<AttributionId> ids = List.of(
                id(attribution(null, Map.of())),
                id(attribution("search", Map.of())),
                id(attribution("search", Map.of("a", "b"))),
                id(attribution("search", Map.of("a", "b", "c", "d"))),
                id(attribution("search", Map.of("ab", ""))),
                id(attribution("search", Map.of("", "ab"))),
                id(attribution("searchab", Map.of())));

        assertThat(ids).doesNotHaveDuplicates().doesNotContain(AttributionId.ALL);
    }

    @Test
    void haveIdsOfTheOrganization() {
        Attribution attribution = attribution("search", Map.of("plan", "gold"));
        AttributionId id = id(attribution);

        Map<AttributionId, Attribution> dictionary =
                transactions.read(organization, sql -> attributions.dictionary(sql, organization, List.of(id)));

        assertThat(dictionary).containsExactly(Map.entry(id, attribution));
    }

    @Test
    void areThereForWhoeverNeedsThemAlsoWhenAnotherNodeAddedThem() {
        Attributions otherNode = fresh(100);
        id(attribution("one", Map.of()));
        transactions.read(organization, sql -> otherNode.dictionary(sql, organization));
        AttributionId added = id(attribution("two", Map.of()));

        Map<AttributionId, Attribution> needed =
                transactions.read(organization, sql -> otherNode.dictionary(sql, organization, List.of(added)));
        Map<AttributionId, Attribution> all =
                transactions.read(organization, sql -> otherNode.dictionary(sql, organization));

        assertThat(needed).containsKey(added);
        assertThat(all).hasSize(2);
    }

    @Test
    void areLimitedInNumber() {
        Attributions few = fresh(2);
        Optional<AttributionId> first = idOf(few, attribution("one", Map.of()));
        idOf(few, attribution("two", Map.of()));

        assertThat(idOf(few, attribution("three", Map.of()))).isEmpty();
        assertThat(idOf(few, attribution("one", Map.of()))).isEqualTo(first);
    }

    @Test
    void getOneIdWhenSeveralNodesAddThemAtOnce() throws Exception {
        Attribution attribution = attribution("race", Map.of());
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Optional<AttributionId>>> nodes = IntStream.range(0, 8)
                    .mapToObj(node -> threads.submit(() -> idOf(fresh(100), attribution)))
                    .toList();
            for (Future<Optional<AttributionId>> node : nodes) {
                assertThat(node.get()).contains(id(attribution));
            }
        }
    }

    /** As of another node, that has nothing cached. */
    private Attributions fresh(int most) {
        return new Attributions(
                table, transactions, new UsageSettings(Period.ofMonths(13), most, Duration.ofMinutes(5)));
    }

    private AttributionId id(Attribution attribution) {
        return idOf(attributions, attribution).orElseThrow();
    }

    private Optional<AttributionId> idOf(Attributions node, Attribution attribution) {
        return Optional.ofNullable(
                node.idsOf(organization, List.of(attribution)).getFirst());
    }

    private static Attribution attribution(@Nullable String team, Map<String, String> tags) {
        SortedMap<String, String> sorted = Collections.unmodifiableSortedMap(new TreeMap<>(tags));
        return new Attribution(
                "openai", "gpt-5.5", null, team, null, null, null, "production", null, RequestType.CHAT, null, sorted);
    }
}
