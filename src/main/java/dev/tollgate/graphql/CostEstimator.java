package dev.tollgate.graphql;

import graphql.GraphQLContext;
import graphql.normalized.ExecutableNormalizedField;

/** Knows beforehand what fields of a module will read. A module whose fields read cells brings one as a bean. */
public interface CostEstimator {

    /**
     * About how many cells answering the field once will read; 0 for a field of another module. Asked for every field that
     * returns an object, before anything is executed. Must be fast, and must not throw for arguments that the field's
     * controller would refuse.
     *
     * @param field the field with its arguments as the controller would get them, defaults included, and with what is selected below
     * @param context the request's context
     */
    long estimateCells(ExecutableNormalizedField field, GraphQLContext context);
}
