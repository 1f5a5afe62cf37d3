package dev.tollgate.demo;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** Numbers that look random and are the same on every machine: each depends on the event and on what it is rolled for. */
record Dice(long event) {

    /** What is rolled for: each gives numbers of its own. */
    enum Roll {
        FEATURE(0),
        USER(1),
        MODEL(2),
        ENVIRONMENT(3),
        ERROR(4),
        ERROR_CODE(5),
        CACHE(6),
        CACHE_SHARE(7),
        REASONING(8),
        SPEED(9),
        WAIT(10),
        TAIL(11);

        private final long stream;

        Roll(long stream) {
            this.stream = stream;
        }
    }

    /** A number from 0 to below 1. */
    double roll(Roll what) {
        long mixed = (event + 1) * 0x9E3779B97F4A7C15L + what.stream * 0xD1B54A32D192ED03L;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return ((mixed ^ (mixed >>> 31)) >>> 11) * 0x1.0p-53;
    }

    /** A number from {@code low} to below {@code high}. */
    double between(Roll what, double low, double high) {
        return low + roll(what) * (high - low);
    }

    /** One of the choices, each as likely as its weight says. */
    <T> T pick(Roll what, List<T> choices, ToDoubleFunction<T> weight) {
        double total = choices.stream().mapToDouble(weight).sum();
        double left = roll(what) * total;
        for (T choice : choices) {
            left -= weight.applyAsDouble(choice);
            if (left < 0) {
                return choice;
            }
        }
        return choices.getLast();
    }
}
