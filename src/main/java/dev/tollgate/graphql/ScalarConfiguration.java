package dev.tollgate.graphql;

import graphql.scalars.ExtendedScalars;
import graphql.schema.Coercing;
import graphql.schema.GraphQLScalarType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;

/**
 * The scalars of the schema and their Java types: DateTime is {@link java.time.Instant}, Date {@link java.time.LocalDate}, Long
 * {@link Long}, Decimal {@link java.math.BigDecimal}, Duration {@link java.time.Duration}, UUID {@link java.util.UUID}, Url
 * {@link java.net.URL}, JSON maps, lists and plain values.
 */
@Configuration(proxyBeanMethods = false)
class ScalarConfiguration {

    @Bean
    RuntimeWiringConfigurer scalarWiring() {
        return wiring -> wiring.scalar(scalar("DateTime", new DateTimeCoercing()))
                .scalar(ExtendedScalars.Date)
                .scalar(ExtendedScalars.GraphQLLong)
                .scalar(scalar("Decimal", new DecimalCoercing()))
                .scalar(scalar("Duration", new DurationCoercing()))
                .scalar(ExtendedScalars.UUID)
                .scalar(ExtendedScalars.Json)
                .scalar(ExtendedScalars.Url);
    }

    private static GraphQLScalarType scalar(String name, Coercing<?, ?> coercing) {
        return GraphQLScalarType.newScalar().name(name).coercing(coercing).build();
    }
}
