package dev.tollgate.ingest.web;

import dev.tollgate.access.Viewer;
import dev.tollgate.core.ProblemException;
import dev.tollgate.core.Scope;
import dev.tollgate.ingest.EventDraft;
import dev.tollgate.ingest.IngestReceipt;
import dev.tollgate.ingest.IngestSettings;
import dev.tollgate.ingest.Submitted;
import dev.tollgate.ingest.UsageIntake;
import java.util.List;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;

/** The mutation {@code recordUsage}: the same way in as over HTTP. */
@Controller
class RecordUsageController {

    private final UsageIntake intake;
    private final IngestSettings settings;

    RecordUsageController(UsageIntake intake, IngestSettings settings) {
        this.intake = intake;
        this.settings = settings;
    }

    @MutationMapping
    IngestReceipt recordUsage(@AuthenticationPrincipal Viewer viewer, @Argument List<UsageEventInput> events) {
        viewer.require(Scope.USAGE_WRITE);
        if (events.size() > settings.maxEvents()) {
            throw ProblemException.badInput(
                    "events", "A request may hold at most " + settings.maxEvents() + " events.");
        }
        List<Submitted> submitted =
                events.stream().map(RecordUsageController::submitted).toList();
        return intake.record(UsageEventsController.source(viewer), submitted);
    }

    private static Submitted submitted(UsageEventInput input) {
        return input.repeatedTag()
                .<Submitted>map(tag -> new Submitted.Malformed("tags", "The tag " + tag + " is given twice."))
                .orElseGet(() -> new Submitted.Event(draft(input)));
    }

    private static EventDraft draft(UsageEventInput input) {
        return new EventDraft(
                input.id(),
                input.occurredAt(),
                input.provider(),
                input.model(),
                input.requestType(),
                input.serviceTier(),
                input.inputTokens(),
                input.cachedInputTokens(),
                input.cacheCreationTokens(),
                input.cacheCreation1hTokens(),
                input.outputTokens(),
                input.reasoningTokens(),
                input.audioInputTokens(),
                input.audioOutputTokens(),
                input.tokenProvenance(),
                input.quantities(),
                input.latencyMs(),
                input.timeToFirstTokenMs(),
                input.status(),
                input.errorCode(),
                input.requestCount(),
                input.feature(),
                input.team(),
                input.project(),
                input.costCenter(),
                input.environment(),
                input.user(),
                input.session(),
                input.requestId(),
                input.reservation(),
                input.tagsByName(),
                input.cost());
    }
}
