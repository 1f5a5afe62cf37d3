package dev.tollgate.graphql.subscription;

import dev.tollgate.graphql.SubscriptionProgress;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationFieldFetchParameters;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Notes the items that a subscription's source brings, before they become answers. */
@Component
class ProgressInstrumentation extends SimplePerformantInstrumentation {

    @Override
    public DataFetcher<?> instrumentDataFetcher(
            DataFetcher<?> fetcher,
            InstrumentationFieldFetchParameters parameters,
            @Nullable InstrumentationState state) {
        if (parameters.isTrivialDataFetcher()) {
            return fetcher;
        }
        DataFetchingEnvironment environment = parameters.getEnvironment();
        SubscriptionProgress progress = environment.getGraphQlContext().get(SubscriptionProgress.class);
        return progress == null || !isRoot(environment) ? fetcher : asked -> noted(fetcher.get(asked), progress);
    }

    private static boolean isRoot(DataFetchingEnvironment environment) {
        return environment.getParentType().equals(environment.getGraphQLSchema().getSubscriptionType());
    }

    private static @Nullable Object noted(@Nullable Object source, SubscriptionProgress progress) {
        return switch (source) {
            case Publisher<?> items -> Flux.from(items).doOnNext(progress::note);
            case CompletionStage<?> later -> later.thenApply(items -> noted(items, progress));
            case null, default -> source;
        };
    }
}
