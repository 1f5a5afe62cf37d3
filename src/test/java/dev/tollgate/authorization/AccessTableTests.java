package dev.tollgate.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.graphql.NodeSource;
import dev.tollgate.testing.TollgateTest;
import graphql.schema.GraphQLSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.graphql.execution.GraphQlSource;

/** Holds the table to the schema, and the page to the table. */
@TollgateTest
class AccessTableTests {

    private static final Path PAGE = Path.of("docs/authorization.md");

    private final AccessTable table = AccessTable.read();
    private final ApplicationContext beans;
    private final GraphQLSchema schema;

    @Autowired
    AccessTableTests(ApplicationContext beans, GraphQlSource source) {
        this.beans = beans;
        this.schema = source.schema();
    }

    @Test
    void hasALineForEveryFieldAndPath() {
        Set<String> missing = new TreeSet<>(there());
        missing.removeAll(named());

        assertThat(missing)
                .as(
                        """
                        Nothing says who may do this. Add to %s, each in its section, with the scopes in place of SCOPE:
                        %s""",
                        AccessTable.PLACE,
                        missing.stream().map(AccessTableTests::line).collect(Collectors.joining("\n")))
                .isEmpty();
    }

    private static String line(String name) {
        return switch (name.replaceFirst("[. ].*", "")) {
            case "Query", "Mutation", "Subscription" -> name + " : SCOPE : (input: {…})";
            case "Organization" -> name + " : SCOPE";
            case "Viewer" -> name + " : VIEWER";
            case "GET", "POST", "PUT", "PATCH", "DELETE" -> name + " : SCOPE : {…}";
            default -> name + " : parent";
        };
    }

    @Test
    void hasNoLineForWhatIsNotThere() {
        Set<String> stale = new TreeSet<>(named());
        stale.removeAll(there());

        assertThat(stale)
                .as("There is no such field or path any more: take it out of %s", AccessTable.PLACE)
                .isEmpty();
    }

    @Test
    void hasALineForEveryTypeThatIsFoundByItsId() {
        assertThat(table.entries().stream()
                        .filter(entry -> entry.name().equals("Query.node"))
                        .map(Entry::variant))
                .as("the lines Query.node#Type of %s", AccessTable.PLACE)
                .containsExactlyInAnyOrderElementsOf(beans.getBeansOfType(NodeSource.class).values().stream()
                        .map(NodeSource::type)
                        .toList());
    }

    /** What no question reaches is not proved by asking. */
    @Test
    void everyFieldIsAskedFor() {
        Documents documents = new Documents(schema, table);
        table.entries().stream()
                .filter(entry -> entry.isAsked() && !entry.isPath())
                .forEach(documents::of);

        assertThat(table.entries().stream()
                        .filter(entry -> !entry.isAsked())
                        .map(Entry::name)
                        .filter(name -> !documents.asked().contains(name)))
                .as("fields said to be `parent` that no question of %s leads to", AccessTable.PLACE)
                .isEmpty();
    }

    @Test
    void thePageIsCurrent() throws IOException {
        String current = AuthorizationPage.of(table);
        if (Boolean.getBoolean("tollgate.write-docs")) {
            Files.writeString(PAGE, current);
        }

        assertThat(Files.readString(PAGE))
                .as(
                        "%s; write it anew with: mvn test -Dskip.web=true -Dtest=AccessTableTests -Dtollgate.write-docs=true",
                        PAGE)
                .isEqualTo(current);
    }

    private Set<String> named() {
        return table.entries().stream().map(Entry::name).collect(Collectors.toSet());
    }

    private Set<String> there() {
        return Stream.concat(Schemas.fields(schema), Paths.of(beans)).collect(Collectors.toSet());
    }
}
