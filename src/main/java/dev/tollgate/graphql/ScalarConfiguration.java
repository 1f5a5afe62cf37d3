package dev.tollgate.graphql;

import graphql.scalars.ExtendedScalars;
import graphql.schema.GraphQLScalarType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;

/** The Java side of {@code scalars.graphqls}. */
@Configuration(proxyBeanMethods = false)
class ScalarConfiguration {

    @Bean
    RuntimeWiringConfigurer scalars() {
        return wiring -> wiring.scalar(ExtendedScalars.DateTime)
                .scalar(ExtendedScalars.Date)
                .scalar(ExtendedScalars.GraphQLLong)
                .scalar(ExtendedScalars.UUID)
                .scalar(ExtendedScalars.Json)
                .scalar(ExtendedScalars.Url)
                .scalar(alias("Decimal", ExtendedScalars.GraphQLBigDecimal))
                .scalar(alias("Duration", ExtendedScalars.AccurateDuration));
    }

    private static GraphQLScalarType alias(String name, GraphQLScalarType scalar) {
        return ExtendedScalars.newAliasedScalar(name).aliasedScalar(scalar).build();
    }
}
