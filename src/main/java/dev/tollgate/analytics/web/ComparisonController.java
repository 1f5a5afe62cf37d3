package dev.tollgate.analytics.web;

import dev.tollgate.analytics.ComparisonRow;
import dev.tollgate.analytics.ComparisonSelection;
import dev.tollgate.analytics.MetricChange;
import dev.tollgate.analytics.UsageComparison;
import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** The parts of a comparison that take arguments. */
@Controller
class ComparisonController {

    @SchemaMapping(typeName = "UsageComparison", field = "change")
    MetricChange change(UsageComparison comparison, DataFetchingEnvironment environment) {
        return comparison.change(UsageController.arguments(environment).metric("metric"));
    }

    @SchemaMapping(typeName = "UsageComparison", field = "rows")
    List<ComparisonRow> rows(UsageComparison comparison, DataFetchingEnvironment environment) {
        return select(comparison, ComparisonSelection.ROWS, environment);
    }

    @SchemaMapping(typeName = "UsageComparison", field = "newRows")
    List<ComparisonRow> newRows(UsageComparison comparison, DataFetchingEnvironment environment) {
        return select(comparison, ComparisonSelection.NEW, environment);
    }

    @SchemaMapping(typeName = "UsageComparison", field = "goneRows")
    List<ComparisonRow> goneRows(UsageComparison comparison, DataFetchingEnvironment environment) {
        return select(comparison, ComparisonSelection.GONE, environment);
    }

    @SchemaMapping(typeName = "UsageComparison", field = "topGrowing")
    List<ComparisonRow> topGrowing(UsageComparison comparison, DataFetchingEnvironment environment) {
        return select(comparison, ComparisonSelection.GROWING, environment);
    }

    @SchemaMapping(typeName = "UsageComparison", field = "topDeclining")
    List<ComparisonRow> topDeclining(UsageComparison comparison, DataFetchingEnvironment environment) {
        return select(comparison, ComparisonSelection.DECLINING, environment);
    }

    private static List<ComparisonRow> select(
            UsageComparison comparison, ComparisonSelection selection, DataFetchingEnvironment environment) {
        Arguments arguments = UsageController.arguments(environment);
        return comparison.rows(
                selection,
                UsageArguments.divider(arguments),
                arguments.metric("metric"),
                UsageArguments.rows(arguments));
    }
}
