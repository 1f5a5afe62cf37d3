package dev.tollgate.graphql;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How much one GraphQL request may ask for.
 *
 * @param maxDepth how deep fields may be nested
 * @param maxFields how many fields an operation may have once its fragments are put in their places
 * @param maxAliases how many aliases a document may have
 * @param maxDirectives how many directives a document may have
 * @param maxDirectivesPerPlace how many directives one field, fragment or operation may have
 * @param maxDuplicateFields how many fields may repeat one that stands in the same selection already
 * @param maxRootFields how many fields an operation may have at its root
 * @param maxTokens how many tokens a document may have
 * @param maxCharacters how many characters a document may have
 * @param maxCost the highest cost that an operation may have, as told in {@code extensions.cost}
 * @param assumedListSize how many rows a list with no {@code first} is taken to have when the cost is computed
 * @param maxBody how large the body of a request may be
 * @param introspection whether the schema can be asked for
 */
@Validated
@ConfigurationProperties("tollgate.graphql")
public record GraphQlSettings(
        @Min(1) @DefaultValue("20") int maxDepth,
        @Min(1) @DefaultValue("1000") int maxFields,
        @Min(0) @DefaultValue("50") int maxAliases,
        @Min(0) @DefaultValue("50") int maxDirectives,
        @Min(0) @DefaultValue("4") int maxDirectivesPerPlace,
        @Min(0) @DefaultValue("20") int maxDuplicateFields,
        @Min(1) @DefaultValue("20") int maxRootFields,
        @Min(1) @DefaultValue("15000") int maxTokens,
        @Min(1) @DefaultValue("100000") int maxCharacters,
        @Min(1) @DefaultValue("50000") long maxCost,
        @Min(1) @DefaultValue("10") int assumedListSize,
        @DefaultValue("16MB") DataSize maxBody,
        @DefaultValue("true") boolean introspection) {}
