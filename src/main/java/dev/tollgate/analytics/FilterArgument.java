package dev.tollgate.analytics;

import java.util.Map;

/** Reads the filter that a GraphQL field of another module was given. */
public interface FilterArgument {

    /** The argument named {@code filter}, as GraphQL coerced it; BAD_USER_INPUT naming what is wrong with it. */
    SliceFilter of(Map<String, Object> arguments);
}
