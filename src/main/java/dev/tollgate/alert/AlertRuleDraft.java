package dev.tollgate.alert;

import dev.tollgate.live.ControlSignal.AlertSeverity;
import dev.tollgate.usage.UsageDimension;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a new rule should be, as it was sent; its parts are those of {@link AlertRule}. */
public record AlertRuleDraft(
        String name,
        AlertCondition condition,
        Map<String, Object> filter,
        @Nullable UsageDimension groupBy,
        AlertSeverity severity,
        Duration coolDown,
        List<AlertDestinationId> destinations,
        boolean enabled) {}
