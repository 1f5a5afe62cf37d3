package dev.tollgate.live.web;

import dev.tollgate.graphql.SubscriptionProgress;
import graphql.schema.DataFetchingEnvironment;

/** Finds what the transport says of the execution; without a transport that resumes, all of it is live. */
final class Progress {

    private Progress() {}

    static SubscriptionProgress of(DataFetchingEnvironment environment) {
        return environment.getGraphQlContext().getOrDefault(SubscriptionProgress.class, SubscriptionProgress.live());
    }
}
