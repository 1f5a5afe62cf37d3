package dev.tollgate.analytics;

import dev.tollgate.usage.Attribution;
import dev.tollgate.usage.AttributionId;
import java.util.Map;

/** What attribution ids stand for, as of a slice's snapshot. */
record Dictionary(Map<AttributionId, Attribution> attributions) {

    static final Dictionary EMPTY = new Dictionary(Map.of());

    /** The attribution of an id that is in the slice. */
    Attribution get(AttributionId id) {
        Attribution attribution = attributions.get(id);
        if (attribution == null) {
            throw new IllegalStateException("no attribution " + id.value());
        }
        return attribution;
    }
}
