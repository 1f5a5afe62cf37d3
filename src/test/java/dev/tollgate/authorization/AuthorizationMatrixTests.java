package dev.tollgate.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.testing.FakeProvider;
import dev.tollgate.testing.TollgateTest;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.graphql.execution.GraphQlSource;

/** Asks whatever can be asked as everybody who can ask, and compares what they are answered with the {@link AccessTable}. */
@TollgateTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuthorizationMatrixTests {

    private final AccessTable table = AccessTable.read();
    private final FakeProvider provider = new FakeProvider();
    private final ApplicationContext beans;
    private final Documents documents;
    private final Side side;
    private final Side others;
    private final Belongings belongings;
    private final TenantSnapshot snapshot;

    @Autowired
    AuthorizationMatrixTests(ApplicationContext beans, GraphQlSource source) {
        this.beans = beans;
        this.documents = new Documents(source.schema(), table);
        this.side = new Side(beans);
        this.others = new Side(beans);
        this.belongings = new Belongings(side, table, beans, provider);
        this.snapshot = new TenantSnapshot(beans, side.organization().id(), Set.of());
    }

    @AfterAll
    void closeProvider() {
        provider.close();
    }

    @TestFactory
    Stream<DynamicTest> everybodyMayWhatTheTableSaysInTheirOwnOrganization() {
        return asked().filter(entry -> !entry.isSubscription())
                .map(entry -> DynamicTest.dynamicTest(
                        entry.title(),
                        () -> check(entry, side, (asker, _) -> entry.rule().own(asker))));
    }

    @TestFactory
    Stream<DynamicTest> nobodySeesOrChangesWhatIsAnothers() {
        return asked().filter(entry -> Belongings.isOwned(template(entry)))
                .map(entry -> DynamicTest.dynamicTest(entry.title(), () -> {
                    belongings.fill(template(entry), side.self(Asker.MEMBER));
                    String before = snapshot.take();

                    check(entry, others, (asker, answered) -> foreign(entry, asker, answered));

                    assertThat(snapshot.take()).isEqualTo(before);
                }));
    }

    /** Who may not anyway may be told that, or that there is no such thing. */
    private static Outcome foreign(Entry entry, Asker asker, Outcome answered) {
        return !entry.rule().allows(asker) && asker != Asker.NOBODY && answered == Outcome.FORBIDDEN
                ? Outcome.FORBIDDEN
                : asker == Asker.NOBODY ? Outcome.UNAUTHENTICATED : Outcome.NOT_FOUND;
    }

    /** The documents are the same in both organizations, so that neither they nor what happens tells subscriptions apart. */
    @Test
    void everybodyIsToldOfWhatTheyMayWatchAndOfNothingOfAnothers() {
        List<Entry> watched = asked().filter(Entry::isSubscription).toList();
        Map<String, String> texts = new LinkedHashMap<>();
        watched.forEach(entry -> texts.put(entry.title(), belongings.fill(documents.of(entry), "")));
        List<Events> events = Events.of(beans, side, others);
        try (Watchers ours = Watchers.of(side, events.getFirst(), texts);
                Watchers theirs = Watchers.of(others, events.getLast(), texts)) {
            Awaitility.await().untilAsserted(() -> {
                events.forEach(Events::stir);
                assertThat(Stream.of(ours, theirs).flatMap(all -> all.waiting().stream()))
                        .as("those who wait: if the subscription is a new one, let Events.stir() make something happen")
                        .isEmpty();
            });

            watched.forEach(entry -> Stream.of(ours, theirs)
                    .forEach(all -> assertThat(all.outcomes(entry.title()))
                            .as(entry.title())
                            .isEqualTo(own(entry))));
            assertThat(ours.foreign(events.getLast())).isEmpty();
            assertThat(theirs.foreign(events.getFirst())).isEmpty();
        }
    }

    private static Map<Asker, Outcome> own(Entry entry) {
        Map<Asker, Outcome> expected = new EnumMap<>(Asker.class);
        Stream.of(Asker.values())
                .forEach(asker -> expected.put(asker, entry.rule().own(asker)));
        return expected;
    }

    private Stream<Entry> asked() {
        return table.entries().stream().filter(Entry::isAsked);
    }

    private String template(Entry entry) {
        return entry.isPath() ? entry.example() : documents.of(entry);
    }

    private void check(Entry entry, Side from, BiFunction<Asker, Outcome, Outcome> expectation) {
        Map<Asker, Outcome> expected = new EnumMap<>(Asker.class);
        Map<Asker, Outcome> actual = new EnumMap<>(Asker.class);
        StringBuilder surprises = new StringBuilder();
        for (Asker asker : Asker.values()) {
            Caller.Answer answer = ask(entry, from, asker);
            actual.put(asker, answer.outcome());
            expected.put(asker, expectation.apply(asker, answer.outcome()));
            if (!expected.get(asker).equals(actual.get(asker))) {
                surprises.append('\n').append(asker).append(": ").append(answer);
            }
        }
        assertThat(actual)
                .as(
                        "%s, of which %s says: %s.%s",
                        entry.title(), AccessTable.PLACE, entry.rule().text(), surprises)
                .isEqualTo(expected);
    }

    private Caller.Answer ask(Entry entry, Side from, Asker asker) {
        String filled = belongings.fill(template(entry), from.self(asker));
        Caller caller = from.caller(asker);
        Caller.Answer answer = entry.isPath() ? Paths.send(caller, entry, filled) : caller.graphQl(filled);
        if (answer.outcome() == Outcome.ALLOWED && (entry.isMutation() || entry.isPath())) {
            belongings.spend(template(entry));
        }
        if (entry.rule().endsSession()) {
            from.forget(asker);
        }
        return answer;
    }
}
