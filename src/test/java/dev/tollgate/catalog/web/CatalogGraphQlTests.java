package dev.tollgate.catalog.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.access.Viewer;
import dev.tollgate.access.ViewerAuthentication;
import dev.tollgate.core.ApiKeyId;
import dev.tollgate.core.OrganizationId;
import dev.tollgate.core.Scope;
import dev.tollgate.testing.StatementLog;
import dev.tollgate.testing.TestOrganizations;
import dev.tollgate.testing.TollgateTest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.ExecutionGraphQlService;
import org.springframework.graphql.test.tester.ExecutionGraphQlServiceTester;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.security.core.context.SecurityContextHolder;

@TollgateTest
class CatalogGraphQlTests {

    private final GraphQlTester graphQl;
    private final StatementLog statements;
    private final OrganizationId organization;

    @Autowired
    CatalogGraphQlTests(ExecutionGraphQlService service, StatementLog statements, TestOrganizations organizations) {
        this.statements = statements;
        this.graphQl = ExecutionGraphQlServiceTester.create(service);
        this.organization = organizations.create().id();
    }

    @BeforeEach
    void signIn() {
        signInWith(Scope.CONTROL_WRITE, Scope.USAGE_READ);
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void pagesThroughProvidersWithoutGapOrRepeat() {
        GraphQlTester.Response first = graphQl.document(
                        "{ providers(first: 60) { totalCount nodes { name } pageInfo { hasNextPage endCursor } } }")
                .execute();
        String cursor =
                first.path("providers.pageInfo.endCursor").entity(String.class).get();
        List<String> second = graphQl.document(
                        "query($after: String) { providers(first: 100, after: $after) { nodes { name } pageInfo { hasNextPage } } }")
                .variable("after", cursor)
                .execute()
                .path("providers.pageInfo.hasNextPage")
                .entity(Boolean.class)
                .isEqualTo(false)
                .path("providers.nodes[*].name")
                .entityList(String.class)
                .get();
        List<String> names =
                first.path("providers.nodes[*].name").entityList(String.class).get();

        assertThat(names).hasSize(60).isSorted().doesNotContainAnyElementsOf(second);
        first.path("providers.totalCount").entity(Integer.class).isEqualTo(60 + second.size());
    }

    @Test
    void countsTheModelsOfAProvider() {
        graphQl.document("{ providers(first: 100) { nodes { id name label modelCount } } }")
                .execute()
                .path("providers.nodes[?(@.name == 'aihubmix')].modelCount")
                .entityList(Integer.class)
                .containsExactly(0)
                .path("providers.nodes[?(@.name == 'openai')].label")
                .entityList(String.class)
                .containsExactly("OpenAI");
    }

    @Test
    void tellsWhatTheModelsOfAProviderCanDo() {
        graphQl.document("{ providers(first: 100) { nodes { name capabilities } } }")
                .execute()
                .path("providers.nodes[?(@.name == 'openai')].capabilities[*]")
                .entityList(String.class)
                .contains("VISION", "FUNCTIONS", "REASONING")
                .path("providers.nodes[?(@.name == 'aihubmix')].capabilities[*]")
                .entityList(String.class)
                .hasSize(0);
    }

    @Test
    void findsModelsByWhatTheyAre() {
        graphQl.document("""
                        { models(first: 100, filter: {provider: ["OpenAI"], type: [CHAT], capabilities: [VISION, REASONING], search: "PT-5.5", priced: true}) {
                            totalCount
                            nodes { provider name family type capabilities contextWindow maxOutputTokens
                                    price { effectiveFrom effectiveTo negotiated revision inputPerMillion outputPerMillion cacheReadPerMillion cacheWritePerMillion } } } }
                        """)
                .execute()
                .path("models.nodes[*].name")
                .entityList(String.class)
                .contains("gpt-5.5", "gpt-5.5-pro")
                .path("models.nodes[0].family")
                .entity(String.class)
                .isEqualTo("gpt-5")
                .path("models.nodes[0].price.inputPerMillion")
                .entity(BigDecimal.class)
                .isEqualTo(new BigDecimal("5"))
                .path("models.nodes[0].price.cacheWritePerMillion")
                .valueIsNull();
    }

    @Test
    void showsEveryRate() {
        graphQl.document("""
                        { models(filter: {provider: ["openai"], search: "gpt-5.5-2026"}, first: 1) {
                            nodes { prices { rates { unit serviceTier aboveTokens amount } } } } }
                        """)
                .execute()
                .path("models.nodes[0].prices[0].rates[?(@.serviceTier == 'flex')].unit")
                .entityList(String.class)
                .contains("INPUT_TOKEN", "OUTPUT_TOKEN", "CACHE_READ_TOKEN")
                .path("models.nodes[0].prices[0].rates[?(@.aboveTokens == 272000)].unit")
                .entityList(String.class)
                .contains("INPUT_TOKEN", "OUTPUT_TOKEN");
    }

    @Test
    void anOwnPriceStandsBeforeTheListedOne() {
        overridePrice("provider: \"openai\", model: \"gpt-5.5\", effectiveFrom: \"2026-10-01T00:00:00+02:00\"")
                .path("overridePrice.price.negotiated")
                .entity(Boolean.class)
                .isEqualTo(true)
                .path("overridePrice.price.effectiveFrom")
                .entity(String.class)
                .satisfies(from -> assertThat(from).startsWith("2026-09-30T22:00:00"))
                .path("overridePrice.model.prices[*].negotiated")
                .entityList(Boolean.class)
                .containsExactly(true, false)
                .path("overridePrice.model.prices[1].effectiveTo")
                .entity(String.class)
                .satisfies(to -> assertThat(to).startsWith("2026-09-30T22:00:00"));
    }

    @Test
    void anOwnPriceIsTakenBack() {
        overridePrice("provider: \"openai\", model: \"gpt-5.5\", effectiveFrom: \"2026-10-01T00:00:00Z\"");

        graphQl.document("""
                        mutation { restorePrice(input: {provider: "OpenAI", model: "gpt-5.5",
                            effectiveFrom: "2026-10-02T00:00:00Z", expectedRevision: 1}) {
                          model { ownPriceRevision price { negotiated effectiveFrom } prices { negotiated } } } }
                        """)
                .execute()
                .path("restorePrice.model.ownPriceRevision")
                .entity(Integer.class)
                .isEqualTo(2)
                .path("restorePrice.model.price.negotiated")
                .entity(Boolean.class)
                .isEqualTo(false)
                .path("restorePrice.model.price.effectiveFrom")
                .entity(String.class)
                .satisfies(from -> assertThat(from).startsWith("2026-10-02T00:00:00"))
                .path("restorePrice.model.prices[*].negotiated")
                .entityList(Boolean.class)
                .containsExactly(false, true, false);
        assertError(
                "mutation { restorePrice(input: {provider: \"acme\", model: \"none\"}) { model { id } } }",
                "NOT_FOUND",
                null);
    }

    @Test
    void anUnlistedModelWithAnOwnPriceIsListedToItsOrganization() {
        overridePrice("provider: \"Acme\", model: \"Acme-1\"");

        graphQl.document(
                        "{ models(filter: {provider: [\"acme\"]}) { nodes { provider name type price { revision } } } }")
                .execute()
                .path("models.nodes[0].name")
                .entity(String.class)
                .isEqualTo("Acme-1")
                .path("models.nodes[0].price.revision")
                .entity(Integer.class)
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 50})
    void readsTheOwnPricesOfAPageInOneStatement(int size) {
        String document = "{ models(first: %d) { nodes { price { inputPerMillion } prices { rates { unit } } } } }";

        // One more may come from the refresh in the background.
        assertThat(statements.during(
                        "own_price",
                        () -> graphQl.document(document.formatted(size))
                                .execute()
                                .path("models.nodes")
                                .entityList(Object.class)
                                .hasSize(size)))
                .hasSizeBetween(1, 2);
    }

    @Test
    void refusesWithoutTheScope() {
        signInWith(Scope.USAGE_WRITE);

        assertForbidden("{ models { totalCount } }");
        assertForbidden("{ providers { totalCount } }");
        signInWith(Scope.USAGE_READ);
        assertForbidden(overrideDocument("provider: \"openai\", model: \"gpt-5.5\""));
        assertForbidden(
                "mutation { restorePrice(input: {provider: \"openai\", model: \"gpt-5.5\"}) { model { id } } }");
    }

    @Test
    void namesTheFieldAtFault() {
        assertError("{ models(first: 101) { totalCount } }", "BAD_USER_INPUT", "first");
        assertError("{ models(after: \"!\") { totalCount } }", "BAD_USER_INPUT", "after");
        assertError(overrideDocument("provider: \" \", model: \"gpt-5.5\""), "BAD_USER_INPUT", "provider");
    }

    private void assertForbidden(String document) {
        assertError(document, "FORBIDDEN", null);
    }

    private void assertError(String document, String code, @Nullable String field) {
        graphQl.document(document)
                .execute()
                .errors()
                .satisfy(errors -> assertThat(errors).singleElement().satisfies(error -> {
                    assertThat(error.getExtensions()).containsEntry("code", code);
                    assertThat(error.getExtensions().get("field")).isEqualTo(field);
                }));
    }

    private GraphQlTester.Response overridePrice(String input) {
        return graphQl.document(overrideDocument(input)).execute();
    }

    private static String overrideDocument(String input) {
        return """
               mutation { overridePrice(input: {%s, inputPerMillion: 1.25, outputPerMillion: 10}) {
                 model { name prices { negotiated effectiveTo } } price { negotiated effectiveFrom } } }
               """.formatted(input);
    }

    private void signInWith(Scope... scopes) {
        Viewer viewer = new Viewer(organization, Set.of(scopes), new Viewer.Key(new ApiKeyId(UUID.randomUUID())));
        SecurityContextHolder.getContext().setAuthentication(new ViewerAuthentication(viewer, null));
    }
}
