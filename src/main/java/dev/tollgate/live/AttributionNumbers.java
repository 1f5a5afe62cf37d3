package dev.tollgate.live;

import dev.tollgate.usage.AttributionId;
import java.util.HashMap;
import java.util.Map;

/** Numbers attributions from 0 as they come, so that many filters can remember each in a bit. Not safe for several threads. */
final class AttributionNumbers {

    private final Map<AttributionId, Integer> numbers = new HashMap<>();

    int of(AttributionId attribution) {
        return numbers.computeIfAbsent(attribution, _ -> numbers.size());
    }
}
