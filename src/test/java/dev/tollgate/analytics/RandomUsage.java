package dev.tollgate.analytics;

import dev.tollgate.ingest.Submitted;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Usage that follows from a seed alone: its zone, the time it is asked at, and events in the order they are sent. */
final class RandomUsage {

    private static final int EVENTS = 2_000;
    private static final int USERS = 1_500;

    /** Shifts of an hour in both hemispheres, of half an hour, and none at an offset of three quarters. */
    private static final List<String> ZONES =
            List.of("America/New_York", "Europe/Berlin", "Australia/Lord_Howe", "Asia/Kathmandu", "America/St_Johns");

    private final Random random;
    private final ZoneId zone;
    private final Instant now;
    private final List<TestEvent> events;

    RandomUsage(long seed, Instant latest) {
        this.random = new Random(seed);
        this.zone = ZoneId.of(ZONES.get((int) Math.floorMod(seed, (long) ZONES.size())));
        this.now = soonAfterAShift(latest);
        this.events = IntStream.range(0, EVENTS).mapToObj(this::event).toList();
    }

    /** So that the shift lies where the finest cells are. */
    private Instant soonAfterAShift(Instant latest) {
        Instant before = latest.minus(Duration.ofDays(2));
        ZoneOffsetTransition shift = zone.getRules().previousTransition(before);
        boolean recent = shift != null && shift.getInstant().isAfter(before.minus(Duration.ofDays(250)));
        Instant start = recent ? shift.getInstant() : before;
        return start.plusSeconds(random.nextLong(Duration.ofHours(40).toSeconds()));
    }

    private TestEvent event(int number) {
        TestEvent plain = TestEvent.random(number, now.minusMillis(age()), random);
        return new TestEvent(
                plain.id(),
                plain.occurredAt(),
                plain.model(),
                plain.team(),
                "u-" + random.nextInt(USERS),
                plain.input(),
                plain.output(),
                plain.failed(),
                plain.latencyMs());
    }

    private long age() {
        List<Duration> spans =
                List.of(Duration.ofHours(4), Duration.ofHours(44), Duration.ofDays(9), Duration.ofDays(100));
        return random.nextLong(spans.get(random.nextInt(spans.size())).toMillis());
    }

    /** The cost that an event reports: different for each, down to the last decimal that is kept. */
    static BigDecimal cost(TestEvent event) {
        return BigDecimal.valueOf(1_000_003L * event.input() + event.latencyMs(), 12);
    }

    ZoneId zone() {
        return zone;
    }

    Instant now() {
        return now;
    }

    /** Every event once. */
    List<TestEvent> events() {
        return events;
    }

    /** The events in any order, about every fifth a second time, in lists of any length. */
    List<List<Submitted>> sent() {
        List<TestEvent> order = new ArrayList<>(events);
        events.stream().filter(_ -> random.nextInt(5) == 0).forEach(order::add);
        Collections.shuffle(order, random);
        List<List<Submitted>> lists = new ArrayList<>();
        for (int from = 0, to; from < order.size(); from = to) {
            to = Math.min(order.size(), from + random.nextInt(1, 200));
            lists.add(
                    order.subList(from, to).stream().map(RandomUsage::submitted).toList());
        }
        return lists;
    }

    /** Some slices of it, without end. */
    Stream<RandomSlice> slices() {
        return Stream.generate(() -> RandomSlice.of(random, now));
    }

    private static Submitted submitted(TestEvent event) {
        return event.draft().with("cost", cost(event)).submitted();
    }
}
