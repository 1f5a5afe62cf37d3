package dev.tollgate.analytics;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value computed once, when it is first asked for. Safe from any thread. */
final class Lazy<T> implements Supplier<T> {

    private @Nullable Supplier<T> source;
    private @Nullable T value;

    Lazy(Supplier<T> source) {
        this.source = source;
    }

    @Override
    public synchronized T get() {
        T known = value;
        if (known == null) {
            Supplier<T> computation = source;
            if (computation == null) {
                throw new IllegalStateException("a lazy value asked for itself");
            }
            source = null;
            known = computation.get();
            value = known;
        }
        return known;
    }
}
