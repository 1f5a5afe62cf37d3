package dev.tollgate.graphql;

import graphql.ExecutionInput;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimpleInstrumentationContext;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionParameters;
import graphql.execution.instrumentation.parameters.InstrumentationValidationParameters;
import graphql.introspection.Introspection;
import graphql.language.Document;
import graphql.language.OperationDefinition;
import graphql.parser.ParserOptions;
import graphql.parser.exceptions.ParseCancelledException;
import graphql.parser.exceptions.ParseCancelledTooDeepException;
import graphql.validation.ValidationError;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Refuses queries that are too large before they are validated, since validating is what an overlarge query makes slow. */
@Component
@Order(0)
class QueryLimits extends SimplePerformantInstrumentation {

    private static final int MAX_RULE_DEPTH = ParserOptions.MAX_RULE_DEPTH;

    private final GraphQlSettings settings;
    private final ParserOptions parserOptions;

    QueryLimits(GraphQlSettings settings) {
        this.settings = settings;
        this.parserOptions = ParserOptions.getDefaultOperationParserOptions()
                .transform(options -> options.maxTokens(settings.maxTokens()).maxCharacters(Integer.MAX_VALUE));
    }

    @Override
    public ExecutionInput instrumentExecutionInput(
            ExecutionInput input, InstrumentationExecutionParameters parameters, @Nullable InstrumentationState state) {
        input.getGraphQLContext()
                .put(ParserOptions.class, parserOptions)
                .put(Introspection.INTROSPECTION_DISABLED, !settings.introspection());
        return input;
    }

    @Override
    public InstrumentationContext<Document> beginParse(
            InstrumentationExecutionParameters parameters, @Nullable InstrumentationState state) {
        TooComplex.check(
                "characters", settings.maxCharacters(), parameters.getQuery().length());
        return SimpleInstrumentationContext.whenCompleted((document, failure) -> {
            if (failure instanceof ParseCancelledException) {
                Refusal.put(parameters.getGraphQLContext(), TooComplex.unfinished("tokens", settings.maxTokens()));
            } else if (failure instanceof ParseCancelledTooDeepException) {
                Refusal.put(parameters.getGraphQLContext(), TooComplex.unfinished("nested parts", MAX_RULE_DEPTH));
            }
        });
    }

    @Override
    public InstrumentationContext<List<ValidationError>> beginValidation(
            InstrumentationValidationParameters parameters, @Nullable InstrumentationState state) {
        Document document = parameters.getDocument();
        DocumentCounts counts = DocumentCounts.of(document);
        TooComplex.check("aliases", settings.maxAliases(), counts.aliases());
        TooComplex.check("directives", settings.maxDirectives(), counts.directives());
        TooComplex.check("directives in one place", settings.maxDirectivesPerPlace(), counts.mostDirectivesInAPlace());
        TooComplex.check("duplicate fields", settings.maxDuplicateFields(), counts.duplicateFields());
        Extent.Ruler ruler = new Extent.Ruler(document);
        for (OperationDefinition operation : document.getDefinitionsOfType(OperationDefinition.class)) {
            check(ruler.measure(operation.getSelectionSet()));
        }
        return SimpleInstrumentationContext.noOp();
    }

    private void check(Extent extent) {
        TooComplex.check("root fields", settings.maxRootFields(), extent.rootFields());
        TooComplex.check("levels", settings.maxDepth(), extent.depth());
        TooComplex.check("fields", settings.maxFields(), extent.fields());
    }
}
