package dev.tollgate.graphql;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.DataFetchingEnvironmentImpl;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldDefinition;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gives an argument its default when the client sent null for it, as if it had not been sent: clients that bind every variable
 * send null for what they leave open, and controllers need not tell the two apart.
 */
final class DefaultedArguments implements DataFetcher<Object> {

    private final DataFetcher<?> delegate;
    private final List<GraphQLArgument> defaulted;

    DefaultedArguments(DataFetcher<?> delegate, GraphQLFieldDefinition field) {
        this.delegate = delegate;
        this.defaulted = field.getArguments().stream()
                .filter(GraphQLArgument::hasSetDefaultValue)
                .toList();
    }

    @Override
    public @Nullable Object get(DataFetchingEnvironment environment) throws Exception {
        Map<String, Object> arguments = environment.getArguments();
        boolean complete = defaulted.stream().allMatch(argument -> arguments.get(argument.getName()) != null);
        return delegate.get(complete ? environment : completed(environment));
    }

    private DataFetchingEnvironment completed(DataFetchingEnvironment environment) {
        Map<String, Object> arguments = new HashMap<>(environment.getArguments());
        for (GraphQLArgument argument : defaulted) {
            if (arguments.get(argument.getName()) == null) {
                arguments.put(argument.getName(), GraphQLArgument.getArgumentDefaultValue(argument));
            }
        }
        return DataFetchingEnvironmentImpl.newDataFetchingEnvironment(environment)
                .arguments(arguments)
                .build();
    }
}
