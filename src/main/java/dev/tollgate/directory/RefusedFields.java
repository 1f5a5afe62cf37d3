package dev.tollgate.directory;

import dev.tollgate.access.ViewerAuthentication;
import dev.tollgate.audit.AuditTrail;
import dev.tollgate.audit.AuditedAction;
import dev.tollgate.core.ErrorCode;
import dev.tollgate.core.ProblemException;
import graphql.GraphQLError;
import graphql.schema.DataFetchingEnvironment;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.graphql.execution.DataFetcherExceptionResolverAdapter;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Tells the audit trail of every mutation and every field that the viewer was not allowed, and leaves the error to others. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RefusedFields extends DataFetcherExceptionResolverAdapter {

    private static final Logger log = LoggerFactory.getLogger(RefusedFields.class);

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
        try {
            trail.refusedAgain(
                    asking.getPrincipal().organization(),
                    asking.cause().because(problem.getMessage()),
                    new AuditedAction(field.action(), field.target(), null, null));
        } catch (DataAccessException | TransactionException e) {
            log.warn("A refusal of {} is not in the audit log: {}", field.action(), e.toString());
        }
    }
}
