package dev.tollgate.analytics;

import dev.tollgate.usage.Attribution;
import dev.tollgate.usage.UsageDimension;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which calls: those that match every part.
 *
 * @param oneOf dimensions that must have one of the values; none of them matches an empty set
 * @param unattributed dimensions that must have no value
 * @param tags tags the call must carry, all of them
 * @param not calls that match this are left out; null: none
 */
public record SliceFilter(
        Map<UsageDimension, Set<String>> oneOf,
        Set<UsageDimension> unattributed,
        Map<String, Set<String>> tags,
        @Nullable SliceFilter not) {

    /** Every call. */
    public static final SliceFilter ALL = new SliceFilter(Map.of(), Set.of(), Map.of(), null);

    /** Whether it lets every call through. */
    public boolean isAll() {
        return oneOf.isEmpty() && unattributed.isEmpty() && tags.isEmpty() && not == null;
    }

    /** The same, of those calls alone that have one of the values in the dimension; none of them: no calls. */
    public SliceFilter within(UsageDimension dimension, Set<String> values) {
        Set<String> named = oneOf.getOrDefault(dimension, values);
        Map<UsageDimension, Set<String>> narrowed = new EnumMap<>(UsageDimension.class);
        narrowed.putAll(oneOf);
        narrowed.put(dimension, named.stream().filter(values::contains).collect(Collectors.toUnmodifiableSet()));
        return new SliceFilter(narrowed, unattributed, tags, not);
    }

    /** Whether it looks at users, anywhere. */
    public boolean mentionsUser() {
        return oneOf.containsKey(UsageDimension.USER)
                || unattributed.contains(UsageDimension.USER)
                || (not != null && not.mentionsUser());
    }

    /**
     * Whether a call is let through.
     *
     * @param user the end user; empty for none
     */
    public boolean matches(Attribution attribution, String user) {
        return passes(attribution) && passes(user) && (not == null || !not.matches(attribution, user));
    }

    private boolean passes(String user) {
        Set<String> named = oneOf.get(UsageDimension.USER);
        boolean isNamed = named == null || (!user.isEmpty() && named.contains(user));
        return isNamed && (user.isEmpty() || !unattributed.contains(UsageDimension.USER));
    }

    /** Whether the attribution passes this level: users and {@code not} are not looked at. */
    boolean passes(Attribution attribution) {
        return oneOf.entrySet().stream().allMatch(entry -> passes(attribution, entry.getKey(), entry.getValue()))
                && unattributed.stream().allMatch(dimension -> isUnattributed(attribution, dimension))
                && tags.entrySet().stream().allMatch(tag -> carries(attribution, tag.getKey(), tag.getValue()));
    }

    private static boolean passes(Attribution attribution, UsageDimension dimension, Set<String> values) {
        if (dimension == UsageDimension.USER) {
            return true;
        }
        String value = attribution.value(dimension);
        return value != null && values.contains(value);
    }

    private static boolean isUnattributed(Attribution attribution, UsageDimension dimension) {
        return dimension == UsageDimension.USER || attribution.value(dimension) == null;
    }

    /** A tag has one value: asked for two different ones, no call carries it. */
    private static boolean carries(Attribution attribution, String tag, Set<String> values) {
        String value = attribution.tags().get(tag);
        return value != null && values.equals(Set.of(value));
    }
}
