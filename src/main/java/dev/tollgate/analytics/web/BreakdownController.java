package dev.tollgate.analytics.web;

import dev.tollgate.analytics.LatencyMetrics;
import dev.tollgate.analytics.UsageBreakdown;
import dev.tollgate.analytics.UsageBreakdownRow;
import graphql.schema.DataFetchingEnvironment;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** What is below the rows of a breakdown, and percentiles. */
@Controller
class BreakdownController {

    @SchemaMapping(typeName = "UsageBreakdownRow", field = "breakdown")
    UsageBreakdown breakdown(UsageBreakdownRow row, DataFetchingEnvironment environment) {
        Arguments arguments = UsageController.arguments(environment);
        return row.breakdown(UsageArguments.divider(arguments), UsageArguments.rows(arguments));
    }

    @SchemaMapping(typeName = "LatencyMetrics", field = "percentileMs")
    double percentileMs(LatencyMetrics latency, @Argument double p) {
        return latency.percentileMs(p);
    }
}
