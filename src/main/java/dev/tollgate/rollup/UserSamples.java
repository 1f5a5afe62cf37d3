package dev.tollgate.rollup;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Users on their way into a sketch. They stay as they came while they are few, since a sketch costs more than they do. Not safe for
 * several threads.
 */
final class UserSamples {

    private static final int FEW = 256;

    private final List<String> few = new ArrayList<>(0);
    private @Nullable UserSketch many;

    void add(String user) {
        if (many == null && few.size() == FEW) {
            many = sketched();
        }
        if (many == null) {
            few.add(user);
        } else {
            many.add(user);
        }
    }

    void addAll(UserSamples others) {
        if (others.many == null) {
            others.few.forEach(this::add);
        } else {
            many = sketched();
            many.merge(others.many);
        }
    }

    boolean isEmpty() {
        return many == null && few.isEmpty();
    }

    /** A sketch of them, which is not to be changed; null when there are none. */
    @Nullable
    UserSketch sketch() {
        return isEmpty() ? null : sketched();
    }

    /** What is to be stored in place of a sketch that holds some already; null when that may stay as it is. */
    byte @Nullable [] addedTo(byte @Nullable [] stored) {
        if (isEmpty()) {
            return null;
        }
        UserSketch all = new UserSketch();
        if (stored != null) {
            all.merge(stored);
        }
        // The bytes that are stored may list the same users in another order.
        byte[] before = all.toBytes();
        addTo(all);
        byte[] after = all.toBytes();
        return stored != null && Arrays.equals(before, after) ? null : after;
    }

    private UserSketch sketched() {
        if (many != null) {
            return many;
        }
        UserSketch sketch = new UserSketch();
        addTo(sketch);
        return sketch;
    }

    private void addTo(UserSketch sketch) {
        if (many == null) {
            few.forEach(sketch::add);
        } else {
            sketch.merge(many);
        }
    }
}
