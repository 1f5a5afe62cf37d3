package dev.tollgate.graphql.subscription;

import dev.tollgate.access.Viewer;
import dev.tollgate.core.ErrorCode;
import dev.tollgate.core.OrganizationId;
import dev.tollgate.graphql.FeedCursor;
import graphql.ExecutionResult;
import org.springframework.graphql.GraphQlRequest;
import org.springframework.stereotype.Component;

/** Starts operations, each in a thread of its own so that a connection is never kept from being read. */
@Component
class OperationStarter {

    private final Executions executions;
    private final Broadcasts broadcasts;
    private final Answers answers;
    private final SubscriptionMetrics metrics;
    private final SubscriptionSettings settings;
    private final Tally byOrganization;

    OperationStarter(
            Executions executions,
            Broadcasts broadcasts,
            Answers answers,
            SubscriptionMetrics metrics,
            SubscriptionSettings settings) {
        this.executions = executions;
        this.broadcasts = broadcasts;
        this.answers = answers;
        this.metrics = metrics;
        this.settings = settings;
        this.byOrganization = new Tally(settings.maxPerOrganization());
    }

    /** Starts an operation that was opened on a connection. */
    void start(Operation operation, GraphQlRequest call, Caller caller) {
        Viewer viewer = caller.viewer();
        if (operation.connection().operations() > settings.maxPerConnection()) {
            refuse(operation, "A connection has at most " + settings.maxPerConnection() + " operations.");
        } else if (!byOrganization.add(viewer.organization())) {
            refuse(
                    operation,
                    "An organization has at most " + settings.maxPerOrganization() + " operations on a node.");
        } else {
            metrics.operations(1);
            operation.whenEnded(() -> ended(viewer.organization()));
            Thread.startVirtualThread(() -> run(operation, call, caller));
        }
    }

    private void ended(OrganizationId organization) {
        metrics.operations(-1);
        byOrganization.remove(organization);
    }

    private void refuse(Operation operation, String message) {
        operation.fail(answers.refused(ErrorCode.RATE_LIMITED, message).errors());
    }

    private void run(Operation operation, GraphQlRequest call, Caller caller) {
        try {
            SubscriptionCall.of(call)
                    .ifPresentOrElse(
                            subscription -> subscribe(operation, subscription, call, caller.viewer()),
                            () -> answer(operation, call, caller));
        } catch (RuntimeException failure) {
            operation.fail(answers.refused(failure).errors());
        }
    }

    private void subscribe(Operation operation, SubscriptionCall subscription, GraphQlRequest call, Viewer viewer) {
        String after = subscription.after();
        Long place = after == null ? null : FeedCursor.place(after);
        broadcasts.join(operation, BroadcastKey.of(viewer, subscription), call, viewer, place);
    }

    /** A request that was not executed at all has no data, and is an error and not an answer. */
    private void answer(Operation operation, GraphQlRequest call, Caller caller) {
        ExecutionResult result = executions.run(call, caller).getExecutionResult();
        if (result.isDataPresent()) {
            operation.send(answers.answer(result));
            operation.complete();
        } else {
            operation.fail(answers.errors(result.getErrors()));
        }
    }

    /** How many operations of an organization run. */
    int count(OrganizationId organization) {
        return byOrganization.count(organization);
    }
}
