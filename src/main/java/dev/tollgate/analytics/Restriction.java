package dev.tollgate.analytics;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.val;

import dev.tollgate.usage.UsageDimension;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * A filter as the database sees it: attributions by id, users by name.
 *
 * @param attributions the attributions let through; null: all
 * @param users the users let through; null: all. The empty name stands for no user
 * @param not what is left out; null: nothing
 */
record Restriction(
        @Nullable SortedSet<Long> attributions,
        @Nullable SortedSet<String> users,
        @Nullable Restriction not) {

    /** Lets everything through. */
    static final Restriction NONE = new Restriction(null, null, null);

    /** The filter's restriction; without users in it, it comes down to a set of attributions. */
    static Restriction of(SliceFilter filter, Dictionary dictionary) {
        if (filter.isAll()) {
            return NONE;
        }
        Restriction restriction = level(filter, dictionary);
        return filter.mentionsUser() ? restriction : restriction.flattened();
    }

    Condition on(Field<Long> attribution, Field<String> user) {
        List<Condition> all = new ArrayList<>();
        if (attributions != null) {
            all.add(attribution.eq(any(val(attributions.toArray(Long[]::new)))));
        }
        if (users != null) {
            all.add(user.eq(any(val(users.toArray(String[]::new)))));
        }
        if (not != null) {
            all.add(DSL.not(not.on(attribution, user)));
        }
        return all.stream().reduce(DSL.noCondition(), Condition::and);
    }

    private Restriction flattened() {
        if (not == null) {
            return this;
        }
        SortedSet<Long> left = new TreeSet<>(Objects.requireNonNull(attributions));
        left.removeAll(Objects.requireNonNull(not.flattened().attributions));
        return new Restriction(left, null, null);
    }

    private static Restriction level(SliceFilter filter, Dictionary dictionary) {
        SortedSet<Long> ids = new TreeSet<>();
        dictionary.attributions().forEach((id, attribution) -> {
            if (filter.passes(attribution)) {
                ids.add(id.value());
            }
        });
        SliceFilter excluded = filter.not();
        return new Restriction(ids, users(filter), excluded == null ? null : level(excluded, dictionary));
    }

    private static @Nullable SortedSet<String> users(SliceFilter filter) {
        Set<String> named = filter.oneOf().get(UsageDimension.USER);
        if (filter.unattributed().contains(UsageDimension.USER)) {
            return named == null ? new TreeSet<>(Set.of("")) : new TreeSet<>();
        }
        if (named == null) {
            return null;
        }
        SortedSet<String> users = new TreeSet<>(named);
        users.remove("");
        return users;
    }

    /** Whether cells that stand for all attributions together answer it. */
    boolean takesAllTogether() {
        return attributions == null && not == null;
    }
}
