package dev.tollgate.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Buckets of any width, in any zone, at any moment of these decades: shifts of an hour, of half an hour and of a day included.
 * Since 2012 no zone shifts a minute after midnight, which gave a day two beginnings.
 */
class GranularityPropertyTests {

    private static final Instant FIRST = Instant.parse("2012-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2036-01-01T00:00:00Z");

    @Provide
    Arbitrary<ZoneId> zones() {
        List<ZoneId> all =
                ZoneId.getAvailableZoneIds().stream().sorted().map(ZoneId::of).toList();
        return Arbitraries.of(all);
    }

    /** As often near a shift of Lord Howe, Berlin or New York as anywhere. */
    @Provide
    Arbitrary<Instant> moments() {
        Arbitrary<Instant> anywhere = Arbitraries.longs()
                .between(FIRST.getEpochSecond(), LAST.getEpochSecond())
                .map(Instant::ofEpochSecond);
        return Arbitraries.oneOf(anywhere, anywhere.flatMap(GranularityPropertyTests::nearAShift));
    }

    private static Arbitrary<Instant> nearAShift(Instant moment) {
        return Arbitraries.of("Australia/Lord_Howe", "Europe/Berlin", "America/New_York")
                .map(zone -> ZoneId.of(zone).getRules().nextTransition(moment).getInstant())
                .flatMap(shift -> Arbitraries.longs().between(-7_200, 7_200).map(shift::plusSeconds));
    }

    @Property(tries = 3_000)
    void everyMomentIsInItsBucket(
            @ForAll Granularity granularity, @ForAll("zones") ZoneId zone, @ForAll("moments") Instant moment) {
        assertInItsBucket(granularity, zone, moment);
    }

    @Example
    void noShiftOfAnyZoneLeavesAGapOrGoesBack() {
        for (ZoneId zone : zonesOfDifferentRules()) {
            ZoneOffsetTransition shift = zone.getRules().nextTransition(FIRST);
            while (shift != null && shift.getInstant().isBefore(LAST)) {
                for (int minutes = -135; minutes <= 135; minutes += 15) {
                    Instant moment = shift.getInstant().plus(Duration.ofMinutes(minutes));
                    assertInItsBucket(Granularity.HOUR, zone, moment);
                    assertInItsBucket(Granularity.DAY, zone, moment);
                }
                shift = zone.getRules().nextTransition(shift.getInstant());
            }
        }
    }

    private static Collection<ZoneId> zonesOfDifferentRules() {
        return ZoneId.getAvailableZoneIds().stream()
                .map(ZoneId::of)
                .collect(Collectors.toMap(ZoneId::getRules, Function.identity(), (one, other) -> one))
                .values();
    }

    private static void assertInItsBucket(Granularity granularity, ZoneId zone, Instant moment) {
        Instant start = granularity.floor(moment, zone);
        Instant next = granularity.next(start, zone);

        assertThat(moment).isBetween(start, next).isBefore(next);
        assertThat(granularity.floor(start, zone)).isEqualTo(start);
        assertThat(granularity.floor(next.minusNanos(1), zone)).isEqualTo(start);
        assertThat(granularity.floor(next, zone)).isEqualTo(next);
        assertThat(granularity.ceiling(moment, zone)).isEqualTo(moment.equals(start) ? start : next);
    }

    @Property
    void aFinerBucketLiesInOneCoarserBucket(@ForAll("zones") ZoneId zone, @ForAll("moments") Instant moment) {
        List<Granularity> nested = List.of(Granularity.MINUTE, Granularity.HOUR, Granularity.DAY, Granularity.MONTH);
        for (int finer = 0; finer < nested.size() - 1; finer++) {
            Instant start = nested.get(finer).floor(moment, zone);
            Granularity coarser = nested.get(finer + 1);
            assertThat(coarser.floor(start, zone)).isEqualTo(coarser.floor(moment, zone));
        }
    }

    @Property
    void daysBeginWithTheDayOfTheCalendar(@ForAll("zones") ZoneId zone, @ForAll("moments") Instant moment) {
        Instant start = Granularity.DAY.floor(moment, zone);
        Instant next = Granularity.DAY.next(start, zone);
        ZonedDateTime local = start.atZone(zone);

        assertThat(local).isEqualTo(moment.atZone(zone).toLocalDate().atStartOfDay(zone));
        assertThat(Duration.between(start, next)).isBetween(Duration.ofHours(22), Duration.ofHours(26));
    }
}
