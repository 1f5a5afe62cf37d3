package dev.tollgate.directory;

import dev.tollgate.access.ViewerAuthentication;
import dev.tollgate.audit.AuditTrail;
import dev.tollgate.audit.AuditedAction;
import dev.tollgate.core.ErrorCode;
import dev.tollgate.core.ProblemException;
import graphql.GraphQLError;
import graphql.schema.DataFetchingEnvironment;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.execution.DataFetcherExceptionResolverAdapter;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Tells the audit trail of every mutation and every field that the viewer was not allowed, and leaves the error to others. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RefusedFields extends DataFetcherExceptionResolverAdapter {

    private final AuditTrail trail;

    RefusedFields(AuditTrail trail) {
        this.trail = trail;
        // Who asks is known where the field was asked for, not on the thread that answers it.
        setThreadLocalContextAware(true);
    }

    @Override
    protected @Nullable GraphQLError resolveToSingleError(Throwable failure, DataFetchingEnvironment environment) {
        if (failure instanceof ProblemException problem
                && problem.code() == ErrorCode.FORBIDDEN
                && SecurityContextHolder.getContext().getAuthentication()
                        instanceof ViewerAuthentication authentication) {
            note(authentication, RefusedField.of(environment), problem);
        }
        return null;
    }

    private void note(ViewerAuthentication asking, RefusedField field, ProblemException problem) {
        trail.refusedAgain(
                asking.getPrincipal().organization(),
                asking.cause().because(problem.getMessage()),
                new AuditedAction(field.action(), field.target(), null, null));
    }
}
