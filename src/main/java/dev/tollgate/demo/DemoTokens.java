package dev.tollgate.demo;

import dev.tollgate.demo.Dice.Roll;

/** The tokens of a demo call: input and output are the trace's, the parts are assigned. */
record DemoTokens(int input, int cacheRead, int cacheWrite, int output, int reasoning) {

    /** Providers cache prompts from this length on, in blocks. */
    private static final int CACHED_FROM = 1024;

    private static final int BLOCK = 128;

    static DemoTokens of(TraceCall call, DemoModel model, Dice dice) {
        int cached = cached(call.inputTokens(), dice);
        boolean writes = model.caching == DemoModel.Caching.WRITE && dice.roll(Roll.CACHE) < 0.2;
        boolean reads = !writes && model.caching != DemoModel.Caching.NONE && dice.roll(Roll.CACHE) < 0.7;
        return new DemoTokens(call.inputTokens(), reads ? cached : 0, writes ? cached : 0, call.outputTokens(), (int)
                (call.outputTokens() * model.reasoning * dice.between(Roll.REASONING, 0.3, 1)));
    }

    private static int cached(int input, Dice dice) {
        if (input < CACHED_FROM) {
            return 0;
        }
        return (int) (input * dice.between(Roll.CACHE_SHARE, 0.5, 0.95)) / BLOCK * BLOCK;
    }
}
