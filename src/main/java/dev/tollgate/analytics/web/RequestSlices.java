package dev.tollgate.analytics.web;

import dev.tollgate.analytics.SliceAsked;
import dev.tollgate.analytics.SliceFilter;
import dev.tollgate.analytics.SliceRequest;
import dev.tollgate.analytics.UsageSlice;
import dev.tollgate.analytics.UsageSlices;
import dev.tollgate.core.ProblemException;
import dev.tollgate.graphql.QueryCost;
import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.normalized.ExecutableNormalizedField;
import graphql.normalized.ExecutableNormalizedOperationFactory;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.FieldCoordinates;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/**
 * The slices of one GraphQL request. {@code usage} fields that ask for the same slice, under whatever aliases, share one, which
 * is read once with all that any of them selects.
 */
final class RequestSlices {

    private static final FieldCoordinates USAGE = FieldCoordinates.coordinates("Organization", "usage");

    private final List<Selected> usages;
    private final QueryCost cost;
    private final Map<SliceAsked, CompletableFuture<UsageSlice>> slices = new ConcurrentHashMap<>();

    private RequestSlices(List<Selected> usages, QueryCost cost) {
        this.usages = usages;
        this.cost = cost;
    }

    /** The slices of the request that the environment belongs to. */
    static RequestSlices of(DataFetchingEnvironment environment) {
        GraphQLContext context = environment.getGraphQlContext();
        QueryCost cost = QueryCost.of(context);
        return context.computeIfAbsent(RequestSlices.class, _ -> new RequestSlices(usages(environment), cost));
    }

    /**
     * The slice, read when it is first asked for; who else asks for it meanwhile waits.
     *
     * @param sight narrows what was asked to what the viewer may see, who is the same throughout the request
     */
    UsageSlice get(UsageSlices store, SliceAsked asked, UnaryOperator<SliceFilter> sight) {
        CompletableFuture<UsageSlice> mine = new CompletableFuture<>();
        CompletableFuture<UsageSlice> others = slices.putIfAbsent(asked, mine);
        if (others != null) {
            return join(others);
        }
        mine.completeAsync(() -> read(store, asked, sight), Runnable::run);
        return join(mine);
    }

    private UsageSlice read(UsageSlices store, SliceAsked asked, UnaryOperator<SliceFilter> sight) {
        UsageSlice slice = store.read(asked.with(sight.apply(asked.filter())), request(asked));
        cost.addCellsRead(slice.cellsRead());
        return slice;
    }

    private SliceRequest request(SliceAsked asked) {
        return usages.stream()
                .filter(usage -> isOf(asked, usage))
                .map(SelectionReader::usage)
                .reduce(SliceRequest.NOTHING, SliceRequest::plus);
    }

    /** A field that will be refused is part of no slice, and none of another's business. */
    private static boolean isOf(SliceAsked asked, Selected usage) {
        try {
            return UsageArguments.slice(asked.organization(), usage.arguments()).equals(asked);
        } catch (ProblemException refused) {
            return false;
        }
    }

    private static UsageSlice join(CompletableFuture<UsageSlice> slice) {
        try {
            return slice.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    private static List<Selected> usages(DataFetchingEnvironment environment) {
        List<ExecutableNormalizedField> fields =
                ExecutableNormalizedOperationFactory.createExecutableNormalizedOperation(
                                environment.getGraphQLSchema(),
                                environment.getOperationDefinition(),
                                environment.getFragmentsByName(),
                                CoercedVariables.of(environment.getVariables()))
                        .getCoordinatesToNormalizedFields()
                        .get(USAGE);
        return fields.stream().map(Selected::new).toList();
    }
}
