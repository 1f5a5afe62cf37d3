package dev.tollgate.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.core.Scope;
import dev.tollgate.testing.TestApi;
import dev.tollgate.testing.TestKeys;
import dev.tollgate.testing.TestOrganizations;
import dev.tollgate.testing.TollgateTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

/**
 * Tries with the key of another organization what leads around ids: cursors, filters and names of others, and numbers that are added up.
 * Who may ask what, and what is answered to the ids of others, is the matter of {@code authorization.AuthorizationMatrixTests}.
 */
@TollgateTest
class ForeignKeyWalkTests {

    private final TestApi api;
    private final TestKeys keys;
    private final TestOrganizations organizations;
    private final Victim victim;
    private final List<ForeignOperation> operations;

    @Autowired
    ForeignKeyWalkTests(TestApi api, TestKeys keys, TestOrganizations organizations) {
        this.api = api;
        this.keys = keys;
        this.organizations = organizations;
        this.victim = new Victim(api, keys, organizations.create());
        this.operations = ForeignOperations.on(victim);
    }

    @TestFactory
    Stream<DynamicTest> tellsAndChangesNothingOfOthers() {
        AtomicReference<String> known = new AtomicReference<>(victim.everything());
        return each(operation -> {
            RestTestClient stranger = api.with(keys.bearer(organizations.create(), Scope.ADMIN));

            assertThat(ask(stranger, operation)).contains(operation.answer()).doesNotContain(victim.secrets());
            String after = victim.everything();
            assertThat(after)
                    .isEqualTo(known.getAndSet(after))
                    .contains(victim.secrets().getFirst(), Victim.PRICE);
        });
    }

    private Stream<DynamicTest> each(Consumer<ForeignOperation> check) {
        return operations.stream()
                .map(operation -> DynamicTest.dynamicTest(
                        operation.field() + " " + operation.variables().keySet(), () -> check.accept(operation)));
    }

    private String ask(RestTestClient client, ForeignOperation operation) {
        byte[] body = api.graphQl(client, operation.document(), operation.variables())
                .expectBody()
                .returnResult()
                .getResponseBody();
        return new String(Objects.requireNonNull(body), StandardCharsets.UTF_8);
    }
}
