package dev.tollgate.graphql;

import graphql.language.Directive;
import graphql.language.DirectivesContainer;
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
import graphql.util.TraversalControl;
import graphql.util.TraverserContext;
import java.util.HashSet;
import java.util.Set;

/** What stands in the text of a document, each place counted once: aliases, directives, and fields given twice. */
@SuppressWarnings("rawtypes") // as the visitor that it extends
final class DocumentCounts extends NodeVisitorStub {

    private int aliases;
    private int directives;
    private int mostDirectivesInAPlace;
    private int duplicateFields;

    private DocumentCounts() {}

    static DocumentCounts of(Document document) {
        DocumentCounts counts = new DocumentCounts();
        new NodeTraverser().preOrder(counts, document);
        return counts;
    }

    int aliases() {
        return aliases;
    }

    int directives() {
        return directives;
    }

    int mostDirectivesInAPlace() {
        return mostDirectivesInAPlace;
    }

    int duplicateFields() {
        return duplicateFields;
    }

    @Override
    public TraversalControl visitField(Field field, TraverserContext<Node> context) {
        aliases += field.getAlias() == null ? 0 : 1;
        return place(field);
    }

    @Override
    public TraversalControl visitInlineFragment(InlineFragment fragment, TraverserContext<Node> context) {
        return place(fragment);
    }

    @Override
    public TraversalControl visitFragmentSpread(FragmentSpread spread, TraverserContext<Node> context) {
        return place(spread);
    }

    @Override
    public TraversalControl visitFragmentDefinition(FragmentDefinition fragment, TraverserContext<Node> context) {
        return place(fragment);
    }

    @Override
    public TraversalControl visitOperationDefinition(OperationDefinition operation, TraverserContext<Node> context) {
        return place(operation);
    }

    @Override
    public TraversalControl visitDirective(Directive directive, TraverserContext<Node> context) {
        directives++;
        return TraversalControl.CONTINUE;
    }

    @Override
    public TraversalControl visitSelectionSet(SelectionSet selection, TraverserContext<Node> context) {
        Set<String> seen = new HashSet<>();
        for (Field field : selection.getSelectionsOfType(Field.class)) {
            duplicateFields += seen.add(field.getResultKey()) ? 0 : 1;
        }
        return TraversalControl.CONTINUE;
    }

    private TraversalControl place(DirectivesContainer<?> place) {
        mostDirectivesInAPlace =
                Math.max(mostDirectivesInAPlace, place.getDirectives().size());
        return TraversalControl.CONTINUE;
    }
}
