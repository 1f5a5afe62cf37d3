package dev.tollgate.graphql;

import graphql.ExecutionResult;
import graphql.GraphQLContext;
import graphql.GraphQLError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.reactivestreams.Publisher;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Completes every answer: each error has a code, and {@code extensions.cost} says what the answer cost. */
@Component
class AnswerInterceptor implements WebGraphQlInterceptor {

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        return chain.next(request).map(AnswerInterceptor::complete);
    }

    private static WebGraphQlResponse complete(WebGraphQlResponse response) {
        ExecutionResult result = response.getExecutionResult();
        GraphQLContext context = response.getExecutionInput().getGraphQLContext();
        List<GraphQLError> errors = Refusal.in(context)
                .map(List::of)
                .orElseGet(
                        () -> result.getErrors().stream().map(ErrorCodes::coded).toList());
        Map<Object, Object> extensions = new LinkedHashMap<>(response.getExtensions());
        extensions.put("cost", AnswerCost.of(result, QueryCost.of(context)));
        return response.transform(answer -> {
            answer.errors(errors).extensions(extensions);
            if (result.isDataPresent() && result.getData() instanceof Publisher<?> answers) {
                answer.data(Flux.from(answers).cast(ExecutionResult.class).map(AnswerInterceptor::coded));
            }
        });
    }

    /** One answer of a subscription. */
    private static ExecutionResult coded(ExecutionResult answer) {
        return answer.getErrors().isEmpty()
                ? answer
                : answer.transform(coded -> coded.errors(
                        answer.getErrors().stream().map(ErrorCodes::coded).toList()));
    }
}
