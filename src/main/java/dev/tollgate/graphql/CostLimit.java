package dev.tollgate.graphql;

import graphql.ExecutionResult;
import graphql.execution.ExecutionContext;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimpleInstrumentationContext;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecuteOperationParameters;
import graphql.normalized.ExecutableNormalizedOperation;
import graphql.normalized.ExecutableNormalizedOperationFactory;
import graphql.normalized.ExecutableNormalizedOperationFactory.Options;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Computes an operation's cost before it is executed, and refuses what is above the limit. */
@Component
@Order(1)
class CostLimit extends SimplePerformantInstrumentation {

    private final GraphQlSettings settings;
    private final List<CostEstimator> estimators;

    CostLimit(GraphQlSettings settings, List<CostEstimator> estimators) {
        this.settings = settings;
        this.estimators = List.copyOf(estimators);
    }

    @Override
    public InstrumentationContext<ExecutionResult> beginExecuteOperation(
            InstrumentationExecuteOperationParameters parameters, @Nullable InstrumentationState state) {
        ExecutionContext execution = parameters.getExecutionContext();
        CostModel model = new CostModel(
                execution.getGraphQLSchema(), execution.getGraphQLContext(), estimators, settings.assumedListSize());
        long requested = model.cost(operation(execution).getTopLevelFields());
        QueryCost.of(execution.getGraphQLContext()).setRequested(requested);
        TooComplex.checkCost(settings.maxCost(), requested);
        return SimpleInstrumentationContext.noOp();
    }

    private static ExecutableNormalizedOperation operation(ExecutionContext execution) {
        return ExecutableNormalizedOperationFactory.createExecutableNormalizedOperation(
                execution.getGraphQLSchema(),
                execution.getOperationDefinition(),
                execution.getFragmentsByName(),
                execution.getCoercedVariables(),
                Options.defaultOptions().locale(execution.getLocale()).graphQLContext(execution.getGraphQLContext()));
    }
}
