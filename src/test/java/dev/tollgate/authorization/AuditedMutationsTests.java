package dev.tollgate.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.tenancy.OwnerDatabase;
import dev.tollgate.testing.FakeProvider;
import dev.tollgate.testing.TollgateTest;
import graphql.schema.GraphQLFieldDefinition;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.graphql.execution.GraphQlSource;

/** Asks for every mutation of the {@link AccessTable} as somebody who may, and looks for it in the audit log. */
@TollgateTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuditedMutationsTests {

    /** Mutations that need no entry, or not from here, and why. */
    private static final Map<String, String> EXCEPTIONS = Map.of(
            "recordUsage", "it changes no setting; the ledger keeps what is recorded",
            "acceptInvitation", "the example's token is none; PeopleGraphQlTests accepts one and looks for the entry");

    private static final String COUNT =
            "SELECT count(*) FROM audit_entry WHERE action = ? AND outcome = 'DONE' AND recorded_at > now() - interval '1 day'";

    private final AccessTable table = AccessTable.read();
    private final FakeProvider provider = new FakeProvider();
    private final GraphQlSource source;
    private final OwnerDatabase database;
    private final Documents documents;
    private final Side side;
    private final Belongings belongings;

    @Autowired
    AuditedMutationsTests(ApplicationContext beans, GraphQlSource source, OwnerDatabase database) {
        this.source = source;
        this.database = database;
        this.documents = new Documents(source.schema(), table);
        this.side = new Side(beans);
        this.belongings = new Belongings(side, table, beans, provider);
    }

    @AfterAll
    void closeProvider() {
        provider.close();
    }

    @TestFactory
    Stream<DynamicTest> everyMutationLeavesAnEntry() {
        return table.entries().stream()
                .filter(entry -> entry.isMutation() && !EXCEPTIONS.containsKey(entry.field()))
                .map(entry -> DynamicTest.dynamicTest(entry.title(), () -> leavesAnEntry(entry)));
    }

    @Test
    void everyExceptionIsAMutation() {
        assertThat(Objects.requireNonNull(source.schema().getMutationType()).getFieldDefinitions())
                .extracting(GraphQLFieldDefinition::getName)
                .containsAll(EXCEPTIONS.keySet());
    }

    private void leavesAnEntry(Entry entry) {
        Asker asker = Stream.of(Asker.values())
                .filter(entry.rule()::allows)
                .findFirst()
                .orElseThrow();
        String filled = belongings.fill(documents.of(entry), side.self(asker));
        long before = entries(entry.field());

        Caller.Answer answer = side.caller(asker).graphQl(filled);

        belongings.spend(documents.of(entry));
        if (entry.rule().endsSession()) {
            side.forget(asker);
        }
        assertThat(answer.outcome()).as(answer.body()).isEqualTo(Outcome.ALLOWED);
        assertThat(entries(entry.field()))
                .as("entries of %s: let it tell the AuditTrail, or give the reason why not here", entry.field())
                .isGreaterThan(before);
    }

    private long entries(String mutation) {
        return database.sql().fetchSingle(COUNT, mutation).get(0, Long.class);
    }
}
