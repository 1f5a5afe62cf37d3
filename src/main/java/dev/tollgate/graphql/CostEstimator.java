package dev.tollgate.graphql;

import graphql.GraphQLContext;
import graphql.normalized.ExecutableNormalizedField;
import java.util.OptionalLong;

/** Knows beforehand what fields of a module will read and return. A module that knows brings one as a bean. */
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

    /** How many rows a field will return that has no {@code first}; empty when that is not known. Asked for lists only, as above. */
    default OptionalLong estimateRows(ExecutableNormalizedField field, GraphQLContext context) {
        return OptionalLong.empty();
    }
}
