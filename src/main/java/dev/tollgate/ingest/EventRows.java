package dev.tollgate.ingest;

import dev.tollgate.ingest.IngestReceipt.Rejection;
import dev.tollgate.usage.AttributionId;
import dev.tollgate.usage.Attributions;
import dev.tollgate.usage.LedgerRow;
import dev.tollgate.usage.UsageEvent;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Makes rows for the ledger of what was sent, and a rejection of each event that can't become one. */
@Component
class EventRows {

    private static final String TOO_MANY =
            "The organization has too many distinct combinations of dimensions and tags. Is there an id in a tag?";

    private final EventCheck check;
    private final Attributions attributions;
    private final JsonMapper json;
    private final Clock clock;

    EventRows(EventCheck check, Attributions attributions, JsonMapper json, Clock clock) {
        this.check = check;
        this.attributions = attributions;
        this.json = json;
        this.clock = clock;
    }

    /** Rows, and rejections in the order of their places. */
    record Made(List<LedgerRow> rows, List<Rejection> rejected) {}

    private record Checked(int index, UsageEvent event) {}

    Made of(IngestSource source, List<Submitted> events) {
        List<Rejection> rejected = new ArrayList<>();
        List<Checked> checked = check(source, events, rejected);
        List<@Nullable AttributionId> ids = attributions.idsOf(
                source.organization(),
                checked.stream().map(one -> one.event().attribution()).toList());
        List<LedgerRow> rows = new ArrayList<>(checked.size());
        for (int i = 0; i < ids.size(); i++) {
            AttributionId id = ids.get(i);
            if (id == null) {
                rejected.add(new Rejection(checked.get(i).index(), null, TOO_MANY));
            } else {
                rows.add(row(checked.get(i).event(), id));
            }
        }
        rejected.sort(Comparator.comparingInt(Rejection::index));
        return new Made(rows, List.copyOf(rejected));
    }

    private List<Checked> check(IngestSource source, List<Submitted> events, List<Rejection> rejected) {
        Instant now = clock.instant();
        List<Checked> checked = new ArrayList<>(events.size());
        for (int index = 0; index < events.size(); index++) {
            switch (events.get(index)) {
                case Submitted.Malformed malformed ->
                    rejected.add(new Rejection(index, malformed.field(), malformed.message()));
                case Submitted.Event event -> {
                    try {
                        checked.add(new Checked(index, check.check(source, event.draft(), now)));
                    } catch (InvalidEventException e) {
                        rejected.add(new Rejection(index, e.field(), e.reason()));
                    }
                }
            }
        }
        return checked;
    }

    private LedgerRow row(UsageEvent event, AttributionId id) {
        return new LedgerRow(
                event, id, event.quantities() == null ? null : json.writeValueAsString(event.quantities()));
    }
}
