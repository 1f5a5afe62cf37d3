package dev.tollgate.alert;

import dev.tollgate.analytics.Axis;
import dev.tollgate.analytics.DimensionKey;
import dev.tollgate.usage.UsageDimension;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an alert is about.
 *
 * @param key tells the alerts of a rule apart
 * @param label the group in words; null for all together
 * @param dimension the dimension that the group is a value of; null for others
 */
public record AlertSubject(
        String key, @Nullable String label, @Nullable UsageDimension dimension) {

    /** All together. */
    static final AlertSubject WHOLE = new AlertSubject("", null, null);

    private static final String VALUE = "=";
    private static final String UNATTRIBUTED = "-";

    /**
     * A value of a dimension.
     *
     * @param value null: the calls that are not attributed
     * @param names what values are called that do not speak for themselves
     */
    static AlertSubject of(UsageDimension dimension, @Nullable String value, Map<String, String> names) {
        return value == null
                ? new AlertSubject(UNATTRIBUTED, "not attributed", dimension)
                : new AlertSubject(VALUE + value, names.getOrDefault(value, value), dimension);
    }

    static AlertSubject ofQuota(String id, String name) {
        return new AlertSubject(VALUE + id, name, null);
    }

    /** The group of a grouped rule; null for others. */
    public @Nullable DimensionKey group() {
        return dimension == null
                ? null
                : new DimensionKey(new Axis.OfDimension(dimension), key.equals(UNATTRIBUTED) ? null : key.substring(1));
    }
}
