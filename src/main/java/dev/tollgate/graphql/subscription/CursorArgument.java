package dev.tollgate.graphql.subscription;

import graphql.language.Argument;
import graphql.language.AstTransformer;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.Node;
import graphql.language.NodeTraverser;
import graphql.language.NodeVisitorStub;
import graphql.language.OperationDefinition;
import graphql.language.SelectionSet;
import graphql.language.Value;
import graphql.language.VariableReference;
import graphql.util.TraversalControl;
import graphql.util.TraverserContext;
import graphql.util.TreeTransformerUtil;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The argument {@code after} of a subscription's root field, wherever the document has it; null: nowhere. */
record CursorArgument(@Nullable Argument argument) {

    private static final String NAME = "after";

    static CursorArgument in(Document document, OperationDefinition operation) {
        Argument argument = roots(document, operation.getSelectionSet(), new HashSet<>())
                .limit(1)
                .flatMap(field -> field.getArguments().stream())
                .filter(candidate -> candidate.getName().equals(NAME))
                .findFirst()
                .orElse(null);
        return new CursorArgument(argument);
    }

    private static Stream<Field> roots(Document document, @Nullable SelectionSet selections, Set<String> seen) {
        return selections == null
                ? Stream.empty()
                : selections.getSelections().stream().flatMap(selection -> switch (selection) {
                    case Field field -> Stream.of(field);
                    case InlineFragment inline -> roots(document, inline.getSelectionSet(), seen);
                    case FragmentSpread spread
                    when seen.add(spread.getName()) ->
                        fragment(document, spread.getName())
                                .flatMap(fragment -> roots(document, fragment.getSelectionSet(), seen));
                    default -> Stream.empty();
                });
    }

    private static Stream<FragmentDefinition> fragment(Document document, String name) {
        return document.getDefinitionsOfType(FragmentDefinition.class).stream()
                .filter(fragment -> fragment.getName().equals(name));
    }

    @Nullable
    Value<?> value() {
        return argument == null ? null : argument.getValue();
    }

    /** The document without the argument. */
    @SuppressWarnings("rawtypes") // as the visitor that it extends
    Document removedFrom(Document document) {
        return (Document) new AstTransformer().transform(document, new NodeVisitorStub() {
            @Override
            public TraversalControl visitArgument(Argument node, TraverserContext<Node> context) {
                return node.equals(argument) ? TreeTransformerUtil.deleteNode(context) : TraversalControl.CONTINUE;
            }
        });
    }

    /** Whether the variable stands for anything but the cursor. */
    @SuppressWarnings("rawtypes") // as the visitor that it extends
    boolean isUsedElsewhere(Document document, VariableReference variable) {
        Set<VariableReference> others = new HashSet<>();
        new NodeTraverser()
                .preOrder(
                        new NodeVisitorStub() {
                            @Override
                            public TraversalControl visitVariableReference(
                                    VariableReference node, TraverserContext<Node> context) {
                                if (!node.equals(variable) && node.getName().equals(variable.getName())) {
                                    others.add(node);
                                }
                                return TraversalControl.CONTINUE;
                            }
                        },
                        document);
        return !others.isEmpty();
    }
}
