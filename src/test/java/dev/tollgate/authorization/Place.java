package dev.tollgate.authorization;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A place in nested maps and lists.
 *
 * @param steps names and indexes
 */
record Place(List<Object> steps) {

    static Place of(String name) {
        return new Place(List.of(name));
    }

    Place then(Object step) {
        List<Object> longer = new ArrayList<>(steps);
        longer.add(step);
        return new Place(longer);
    }

    /** The names on the way, without those that only hold others. */
    List<String> names() {
        return steps.stream()
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .filter(name -> steps.size() == 1 || !name.equals("input"))
                .toList();
    }

    String last() {
        List<String> names = names();
        return names.getLast();
    }

    /** What is there; null when nothing is. */
    @Nullable
    Object in(Map<String, Object> root) {
        Object found = root;
        for (Object step : steps) {
            found = switch (found) {
                case Map<?, ?> map -> map.get(step);
                case List<?> list when step instanceof Integer index && index < list.size() -> list.get(index);
                case null, default -> null;
            };
        }
        return found;
    }

    /** A copy with something else there. */
    Map<String, Object> put(Map<String, Object> root, @Nullable Object value) {
        return changed(root, 0, value, false);
    }

    /** A copy with nothing there. */
    Map<String, Object> without(Map<String, Object> root) {
        return changed(root, 0, null, true);
    }

    private Map<String, Object> changed(Object root, int depth, @Nullable Object value, boolean gone) {
        Map<String, Object> copy = new LinkedHashMap<>();
        ((Map<?, ?>) root).forEach((name, old) -> copy.put((String) name, old));
        change(copy, depth, value, gone);
        return copy;
    }

    @SuppressWarnings("NullAway") // null is one of the bad values
    private void change(Map<String, Object> copy, int depth, @Nullable Object value, boolean gone) {
        String name = (String) steps.get(depth);
        if (depth < steps.size() - 1) {
            copy.put(name, inner(copy.get(name), depth + 1, value, gone));
        } else if (gone) {
            copy.remove(name);
        } else {
            copy.put(name, value);
        }
    }

    @SuppressWarnings("NullAway") // null is one of the bad values
    private Object inner(@Nullable Object old, int depth, @Nullable Object value, boolean gone) {
        if (steps.get(depth) instanceof String) {
            return changed(old instanceof Map<?, ?> map ? map : Map.of(), depth, value, gone);
        }
        List<Object> copy = new ArrayList<>();
        if (depth < steps.size() - 1) {
            Object item = old instanceof List<?> list && !list.isEmpty() ? list.getFirst() : Map.of();
            copy.add(inner(item, depth + 1, value, gone));
        } else if (!gone) {
            copy.add(value);
        }
        return copy;
    }

    @Override
    public String toString() {
        return String.join(".", steps.stream().map(String::valueOf).toList());
    }
}
