package dev.tollgate.demo;

import dev.tollgate.demo.Dice.Roll;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** All calls of the demo, a function of the moment they end at: in the order of time, the same every time. */
final class DemoCalls {

    static final Duration SPAN = Duration.ofDays(30);

    private final Trace trace;
    private final Rhythm rhythm;
    private final DemoErrors errors;
    private final int count;

    DemoCalls(Trace trace, Instant end, int count) {
        this.trace = trace;
        this.rhythm = new Rhythm(end.minus(SPAN), end);
        this.errors = new DemoErrors(end);
        this.count = count;
    }

    int count() {
        return count;
    }

    /** The calls from one index on to before another. */
    Stream<DemoCall> between(int from, int to) {
        return IntStream.range(from, Math.min(to, count)).mapToObj(this::call);
    }

    DemoCall call(int index) {
        double share = (double) trace.offset(index) / trace.offset(count);
        Instant moment = rhythm.at(share);
        Dice dice = new Dice(index);
        DemoFeature feature = feature(moment, dice);
        DemoModel model = dice.pick(Roll.MODEL, feature.choices(), choice -> choice.weight(share))
                .model();
        return call(index, moment, feature, model, dice);
    }

    private DemoCall call(int index, Instant moment, DemoFeature feature, DemoModel model, Dice dice) {
        DemoTokens tokens = DemoTokens.of(trace.call(index), model, dice);
        int person = feature.team().person(dice);
        String error = errors.code(moment, model, dice);
        boolean timed = feature.interactive() && error == null;
        return new DemoCall(
                index,
                moment,
                feature,
                model,
                "%s-%03d".formatted(feature.team().label(), person + 1),
                environment(dice),
                person % 5 < 3 ? "eu" : "us",
                error,
                tokens,
                timed ? DemoLatency.whole(model, tokens, dice) : null,
                timed ? DemoLatency.firstToken(model, tokens, dice) : null);
    }

    private static DemoFeature feature(Instant moment, Dice dice) {
        int hour = moment.atOffset(ZoneOffset.UTC).getHour();
        return dice.pick(Roll.FEATURE, DemoFeatures.ALL, feature -> feature.weightAt(hour));
    }

    private static String environment(Dice dice) {
        double roll = dice.roll(Roll.ENVIRONMENT);
        return roll < 0.88 ? "production" : roll < 0.96 ? "staging" : "development";
    }
}
