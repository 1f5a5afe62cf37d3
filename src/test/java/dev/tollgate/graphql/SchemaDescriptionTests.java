package dev.tollgate.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.language.DescribedNode;
import graphql.language.Node;
import graphql.language.NodeTraverser;
import graphql.language.NodeVisitorStub;
import graphql.language.ObjectTypeExtensionDefinition;
import graphql.parser.Parser;
import graphql.util.TraversalControl;
import graphql.util.TraverserContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SchemaDescriptionTests {

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("schema"))) {
            return files.toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void describesEverything(Path file) throws IOException {
        List<String> undescribed = new ArrayList<>();

        new NodeTraverser().preOrder(new Undescribed(undescribed), Parser.parse(Files.readString(file)));

        assertThat(undescribed).isEmpty();
    }

    @SuppressWarnings("rawtypes") // as the visitor that it extends
    private static final class Undescribed extends NodeVisitorStub {

        private final List<String> found;

        Undescribed(List<String> found) {
            this.found = found;
        }

        @Override
        protected TraversalControl visitNode(Node node, TraverserContext<Node> context) {
            boolean extension = node instanceof ObjectTypeExtensionDefinition;
            if (node instanceof DescribedNode<?> described && !extension && described.getDescription() == null) {
                found.add(node.getClass().getSimpleName() + " at " + node.getSourceLocation());
            }
            return TraversalControl.CONTINUE;
        }
    }
}
