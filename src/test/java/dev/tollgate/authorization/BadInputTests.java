package dev.tollgate.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.testing.FakeProvider;
import dev.tollgate.testing.Seed;
import dev.tollgate.testing.TollgateTest;
import graphql.language.Argument;
import graphql.language.Field;
import graphql.language.OperationDefinition;
import graphql.parser.Parser;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.graphql.execution.GraphQlSource;

/**
 * Sends bad input to every mutation and query, made from the schema and from the good input of the {@link AccessTable}. Each is answered with a code
 * and the field at fault, or it is good after all; what is refused changes nothing.
 */
@TollgateTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputTests {

    private final AccessTable table = AccessTable.read();
    private final FakeProvider provider = new FakeProvider();
    private final GraphQLSchema schema;
    private final Documents documents;
    private final Side side;
    private final Belongings belongings;
    private final TenantSnapshot snapshot;

    @Autowired
    BadInputTests(ApplicationContext beans, GraphQlSource source) {
        this.schema = source.schema();
        this.documents = new Documents(schema, table);
        this.side = new Side(beans);
        this.belongings = new Belongings(side, table, beans, provider);
        this.snapshot = new TenantSnapshot(beans, side.organization().id(), TenantSnapshot.AUDIT_LOG);
    }

    @AfterAll
    void closeProvider() {
        provider.close();
    }

    @TestFactory
    Stream<DynamicTest> isRefusedWithACodeAndAFieldAndChangesNothing() {
        return table.entries().stream()
                .filter(entry -> entry.isMutation() && entry.variant().isEmpty())
                .filter(entry -> !entry.example().isEmpty())
                .map(entry -> DynamicTest.dynamicTest(entry.name(), () -> check(entry)));
    }

    @TestFactory
    Stream<DynamicTest> isRefusedByQueriesToo() {
        return table.entries().stream()
                .filter(entry ->
                        entry.isAsked() && !entry.isPath() && entry.variant().isEmpty())
                .filter(entry -> List.of("Query", "Organization").contains(entry.type()))
                .filter(entry -> !field(entry).getArguments().isEmpty())
                .map(entry -> DynamicTest.dynamicTest(entry.name(), () -> checkQuery(entry)));
    }

    private void checkQuery(Entry entry) {
        String document = document(entry, field(entry));
        List<String> complaints = new ArrayList<>();
        List<BadInputs.Variant> variants = BadInputs.of(field(entry), good(entry), Seed.value());
        for (BadInputs.Variant variant : variants) {
            Caller.Answer answer = side.caller(Asker.OWNER).graphQl(document, variant.arguments());
            Refusal.of(answer)
                    .complaint(variant.place())
                    .ifPresent(complaint -> complaints.add(told(variant, complaint, answer)));
        }
        isStillGood(entry, document, complaints);
        assertThat(complaints)
                .as("%s, %s, of %s bad inputs", entry.name(), Seed.hint(), variants.size())
                .isEmpty();
    }

    private GraphQLFieldDefinition field(Entry entry) {
        return schema.getObjectType(entry.type()).getFieldDefinition(entry.field());
    }

    private void check(Entry entry) {
        GraphQLFieldDefinition field = field(entry);
        String document = document(entry, field);
        List<String> complaints = new ArrayList<>();
        List<BadInputs.Variant> variants = BadInputs.of(field, good(entry), Seed.value());
        String before = snapshot.take();
        for (int index = 0; index < variants.size(); index++) {
            BadInputs.Variant variant = variants.get(index);
            Caller.Answer answer = side.caller(Asker.OWNER).graphQl(document, variant.arguments());
            Refusal refusal = Refusal.of(answer);
            refusal.complaint(variant.place()).ifPresent(complaint -> complaints.add(told(variant, complaint, answer)));
            if (!refusal.isRefused()) {
                // It was good after all.
                spend(entry);
                variants = BadInputs.of(field, good(entry), Seed.value());
                before = snapshot.take();
            } else if (refusal.wasExecuted()) {
                String after = snapshot.take();
                if (!after.equals(before)) {
                    complaints.add(told(variant, "it was refused and changed something", answer));
                    before = after;
                }
            }
        }
        isStillGood(entry, document, complaints);
        assertThat(complaints)
                .as("%s, %s, of %s bad inputs", entry.name(), Seed.hint(), variants.size())
                .isEmpty();
    }

    /** So that nothing was refused for another reason than its own. */
    private void isStillGood(Entry entry, String document, List<String> complaints) {
        // Who was wrong about their password has to wait.
        letAnotherAsk(entry);
        Caller.Answer answer = side.caller(Asker.OWNER).graphQl(document, good(entry));
        if (answer.outcome() != entry.rule().own(Asker.OWNER)) {
            complaints.add("what was good is refused after all that was bad; " + answer);
        }
        spend(entry);
    }

    /** What was named may be gone, and who asked may have another password. */
    private void spend(Entry entry) {
        belongings.spend(entry.example());
        letAnotherAsk(entry);
    }

    /** Where it is about the asker's own account. */
    private void letAnotherAsk(Entry entry) {
        if (entry.isMutation() && entry.rule().text().startsWith("PERSON")) {
            side.replace(Asker.OWNER);
            side.caller(Asker.OWNER);
        }
    }

    private static String told(BadInputs.Variant variant, String complaint, Caller.Answer answer) {
        String body = answer.body();
        String value = Caller.JSON.writeValueAsString(variant.value());
        return variant.place() + " = " + value.substring(0, Math.min(value.length(), 100)) + ": " + complaint + "; "
                + answer.status() + " " + body.substring(0, Math.min(body.length(), 400));
    }

    private String document(Entry entry, GraphQLFieldDefinition field) {
        String declared = field.getArguments().stream()
                .map(argument -> "$" + argument.getName() + ": " + GraphQLTypeUtil.simplePrint(variable(argument)))
                .collect(Collectors.joining(", "));
        String given = field.getArguments().stream()
                .map(argument -> argument.getName() + ": $" + argument.getName())
                .collect(Collectors.joining(", "));
        String call = entry.field() + entry.example();
        String template =
                documents.of(entry).replaceFirst("^mutation ", "").replaceFirst(Pattern.quote(call), "@CALL@");
        return (entry.isMutation() ? "mutation(" : "query(") + declared + ") "
                + belongings.fill(template, "").replace("@CALL@", entry.field() + "(" + given + ")");
    }

    /** What need not be given need not be given here either. */
    private static GraphQLType variable(GraphQLArgument argument) {
        return argument.hasSetDefaultValue() ? GraphQLTypeUtil.unwrapNonNull(argument.getType()) : argument.getType();
    }

    private Map<String, Object> good(Entry entry) {
        String filled = belongings.fill("mutation { f" + entry.example() + " }", side.self(Asker.OWNER));
        OperationDefinition operation =
                (OperationDefinition) Parser.parse(filled).getDefinitions().getFirst();
        Field field = (Field) operation.getSelectionSet().getSelections().getFirst();
        Map<String, Object> arguments = new LinkedHashMap<>();
        for (Argument argument : field.getArguments()) {
            arguments.put(argument.getName(), Literals.value(argument.getValue()));
        }
        return arguments;
    }
}
