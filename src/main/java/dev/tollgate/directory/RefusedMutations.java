package dev.tollgate.directory;

import dev.tollgate.access.ViewerAuthentication;
import dev.tollgate.audit.AuditTrail;
import dev.tollgate.audit.AuditedAction;
import dev.tollgate.core.ErrorCode;
import dev.tollgate.core.ProblemException;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationFieldFetchParameters;
import graphql.language.OperationDefinition.Operation;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Tells the audit trail of every mutation that the viewer was not allowed. */
@Component
class RefusedMutations extends SimplePerformantInstrumentation {

    private final AuditTrail trail;

    RefusedMutations(AuditTrail trail) {
        this.trail = trail;
    }

    @Override
    public DataFetcher<?> instrumentDataFetcher(
            DataFetcher<?> fetcher,
            InstrumentationFieldFetchParameters parameters,
            @Nullable InstrumentationState state) {
        // Asked first, since it costs nothing: this is called for each field of each answer.
        if (parameters.getExecutionContext().getOperationDefinition().getOperation() != Operation.MUTATION) {
            return fetcher;
        }
        DataFetchingEnvironment environment = parameters.getEnvironment();
        return environment.getParentType().equals(environment.getGraphQLSchema().getMutationType())
                ? watched(fetcher)
                : fetcher;
    }

    /** Controllers answer on another thread, which knows the viewer no more: who asks is looked up before. */
    private DataFetcher<?> watched(DataFetcher<?> fetcher) {
        return environment -> {
            String mutation = environment.getField().getName();
            Authentication asking = SecurityContextHolder.getContext().getAuthentication();
            try {
                Object answer = fetcher.get(environment);
                return answer instanceof CompletionStage<?> later
                        ? later.whenComplete((_, failure) -> note(asking, mutation, failure))
                        : answer;
            } catch (ProblemException problem) {
                note(asking, mutation, problem);
                throw problem;
            }
        };
    }

    private void note(@Nullable Authentication asking, String mutation, @Nullable Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        if (asking instanceof ViewerAuthentication authentication
                && cause instanceof ProblemException problem
                && problem.code() == ErrorCode.FORBIDDEN) {
            trail.refused(
                    authentication.getPrincipal().organization(),
                    authentication.cause().because(problem.getMessage()),
                    new AuditedAction(mutation, new AuditedAction.Target("Mutation", mutation), null, null));
        }
    }
}
