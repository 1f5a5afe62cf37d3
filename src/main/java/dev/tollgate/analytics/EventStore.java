package dev.tollgate.analytics;

import dev.tollgate.core.OrganizationId;
import dev.tollgate.usage.Attributions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/** Reads pages of single events. */
@Component
class EventStore {

    private final Attributions attributions;

    EventStore(Attributions attributions) {
        this.attributions = attributions;
    }

    Map<EventPage, RecordedEvents> read(DSLContext bound, EventQuery query, Set<EventPage> pages, boolean count) {
        if (pages.isEmpty()) {
            return Map.of();
        }
        int total = count ? bound.fetchSingle(query.count()).value1() : 0;
        Map<EventPage, RecordedEvents> read = new HashMap<>();
        pages.forEach(page -> read.put(page, read(bound, query, page, total)));
        return read;
    }

    private RecordedEvents read(DSLContext bound, EventQuery query, EventPage page, int total) {
        List<Record> rows = bound.fetch(query.page(page));
        EventReader reader = new EventReader(dictionary(bound, query.organization(), rows));
        List<RecordedEvent> events =
                rows.stream().limit(page.first()).map(reader::read).toList();
        return new RecordedEvents(events, rows.size() > page.first(), total);
    }

    private Dictionary dictionary(DSLContext bound, OrganizationId organization, List<Record> rows) {
        return new Dictionary(attributions.dictionary(
                bound, organization, rows.stream().map(EventReader::attribution).collect(Collectors.toSet())));
    }
}
