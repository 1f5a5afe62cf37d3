package dev.tollgate.graphql;

import dev.tollgate.http.Problems;
import graphql.GraphQLError;
import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import org.springframework.graphql.execution.DataFetcherExceptionResolver;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Turns whatever a controller throws into an error with a code. */
@Component
class FailureResolver implements DataFetcherExceptionResolver {

    @Override
    public Mono<List<GraphQLError>> resolveException(Throwable failure, DataFetchingEnvironment environment) {
        return Mono.fromCallable(() -> List.of(CodedError.of(
                Problems.of(failure),
                List.of(environment.getField().getSourceLocation()),
                environment.getExecutionStepInfo().getPath().toList())));
    }
}
