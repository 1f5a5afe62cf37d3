package dev.tollgate.analytics.web;

import dev.tollgate.access.Viewer;
import dev.tollgate.analytics.DimensionKey;
import dev.tollgate.analytics.LatencyMetrics;
import dev.tollgate.analytics.UsageBreakdown;
import dev.tollgate.analytics.UsageBreakdownRow;
import dev.tollgate.core.ApiKeyId;
import dev.tollgate.graphql.GlobalId;
import dev.tollgate.usage.UsageDimension;
import graphql.schema.DataFetchingEnvironment;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;

/** What is below the rows of a breakdown, their keys, and percentiles. */
@Controller
class BreakdownController {

    private static final String NOT_ATTRIBUTED = "Not attributed";

    @SchemaMapping(typeName = "UsageBreakdownRow", field = "breakdown")
    UsageBreakdown breakdown(UsageBreakdownRow row, DataFetchingEnvironment environment) {
        Arguments arguments = UsageController.arguments(environment);
        return row.breakdown(UsageArguments.divider(arguments), UsageArguments.rows(arguments));
    }

    @SchemaMapping(typeName = "DimensionKey", field = "dimension")
    String dimension(DimensionKey key) {
        UsageDimension dimension = key.dimension();
        return dimension == null ? UsageArguments.TAG : dimension.name();
    }

    /** Keys are known by their global ids outside. */
    @SchemaMapping(typeName = "DimensionKey", field = "value")
    @Nullable
    String value(DimensionKey key) {
        String value = key.value();
        return value != null && key.dimension() == UsageDimension.API_KEY
                ? new GlobalId("ApiKey", value).encode()
                : value;
    }

    /** A key is shown by its name, others by what they are. */
    @SchemaMapping(typeName = "DimensionKey", field = "label")
    CompletableFuture<String> label(
            DimensionKey key, @AuthenticationPrincipal Viewer viewer, DataLoader<ApiKeyName, String> names) {
        String value = key.value();
        if (value == null) {
            return CompletableFuture.completedFuture(NOT_ATTRIBUTED);
        }
        return key.dimension() == UsageDimension.API_KEY
                ? names.load(new ApiKeyName(viewer.organization(), ApiKeyId.of(value)))
                : CompletableFuture.completedFuture(value);
    }

    @SchemaMapping(typeName = "LatencyMetrics", field = "percentileMs")
    double percentileMs(LatencyMetrics latency, @Argument double p) {
        return latency.percentileMs(p);
    }
}
