package dev.tollgate.analytics.web;

import dev.tollgate.access.Viewer;
import dev.tollgate.access.ViewerAuthentication;
import dev.tollgate.analytics.DimensionKey;
import dev.tollgate.core.ApiKeyId;
import dev.tollgate.graphql.GlobalId;
import dev.tollgate.usage.UsageDimension;
import graphql.TrivialDataFetcher;
import graphql.schema.DataFetchingEnvironment;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * The fields of {@code DimensionKey}. They are wired by hand, since each row of each answer and of each tick has them: a controller's
 * method would be called on a thread of its own.
 */
@Configuration(proxyBeanMethods = false)
class DimensionKeyWiring {

    private static final String NOT_ATTRIBUTED = "Not attributed";

    @Bean
    RuntimeWiringConfigurer dimensionKeyFields() {
        return wiring -> wiring.type(
                "DimensionKey",
                type -> type.dataFetcher("dimension", of(DimensionKeyWiring::dimension))
                        .dataFetcher("value", of(DimensionKeyWiring::value))
                        .dataFetcher("label", (TrivialDataFetcher<Object>) DimensionKeyWiring::label));
    }

    private static TrivialDataFetcher<@Nullable Object> of(Function<DimensionKey, @Nullable Object> field) {
        return environment -> field.apply(key(environment));
    }

    private static DimensionKey key(DataFetchingEnvironment environment) {
        return Objects.requireNonNull(environment.getSource());
    }

    private static String dimension(DimensionKey key) {
        UsageDimension dimension = key.dimension();
        return dimension == null ? UsageArguments.TAG : dimension.name();
    }

    /** Keys are known by their global ids outside. */
    private static @Nullable String value(DimensionKey key) {
        String value = key.value();
        return value != null && key.dimension() == UsageDimension.API_KEY
                ? new GlobalId("ApiKey", value).encode()
                : value;
    }

    /** A key is shown by its name, others by what they are. */
    private static Object label(DataFetchingEnvironment environment) {
        DimensionKey key = key(environment);
        String value = key.value();
        if (value == null) {
            return NOT_ATTRIBUTED;
        }
        return key.dimension() == UsageDimension.API_KEY
                ? ApiKeyNames.loader(environment).load(new ApiKeyName(viewer().organization(), ApiKeyId.of(value)))
                : value;
    }

    private static Viewer viewer() {
        return ((ViewerAuthentication) Objects.requireNonNull(
                        SecurityContextHolder.getContext().getAuthentication()))
                .getPrincipal();
    }
}
