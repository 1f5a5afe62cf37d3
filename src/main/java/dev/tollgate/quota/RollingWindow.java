package dev.tollgate.quota;

import dev.tollgate.core.TimeWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

/**
 * A window that moves with time, counted in steps that follow each other from the epoch, whatever the organization's zone: what is
 * counted is never less than the promised length, and more by less than a step.
 *
 * @param length what is promised, a multiple of the step
 * @param step how far it moves at a time, in whole minutes
 */
record RollingWindow(Duration length, Duration step) {

    /** What is counted at a moment: from the step in which the promised length begins, to the end of the running step. */
    TimeWindow counted(Instant moment) {
        TimeWindow running = step(moment);
        return new TimeWindow(running.from().minus(length), running.to());
    }

    /** All steps counted at any moment from the first to the last. */
    Stream<TimeWindow> steps(Instant first, Instant last) {
        TimeWindow oldest = step(counted(first).from());
        return Stream.iterate(
                oldest,
                step -> !step.from().isAfter(last),
                step -> new TimeWindow(step.to(), step.to().plus(this.step)));
    }

    /** The step that the moment is in. */
    TimeWindow step(Instant moment) {
        long seconds = step.toSeconds();
        Instant from = Instant.ofEpochSecond(Math.floorDiv(moment.getEpochSecond(), seconds) * seconds);
        return new TimeWindow(from, from.plus(step));
    }
}
