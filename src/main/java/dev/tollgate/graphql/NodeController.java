package dev.tollgate.graphql;

import dev.tollgate.access.Viewer;
import graphql.execution.DataFetcherResult;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;

/** Answers {@code node(id:)} from the modules' sources. The id names the type, which goes along as the local context. */
@Controller
class NodeController {

    private final Map<String, NodeSource> sources;

    NodeController(List<NodeSource> sources) {
        this.sources = sources.stream().collect(Collectors.toMap(NodeSource::type, Function.identity()));
    }

    @QueryMapping
    DataFetcherResult<Object> node(@Argument String id, @AuthenticationPrincipal Viewer viewer) {
        Optional<GlobalId> known = GlobalId.decode(id).filter(global -> sources.containsKey(global.type()));
        return DataFetcherResult.newResult()
                .data(known.flatMap(global -> find(global, viewer)).orElse(null))
                .localContext(known.map(GlobalId::type).orElse(null))
                .build();
    }

    private Optional<?> find(GlobalId global, Viewer viewer) {
        NodeSource source = sources.get(global.type());
        return source == null ? Optional.empty() : source.find(viewer, global.id());
    }
}
