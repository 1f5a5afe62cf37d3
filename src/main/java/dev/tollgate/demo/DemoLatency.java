package dev.tollgate.demo;

import dev.tollgate.demo.Dice.Roll;

/** How long the demo's calls take: a wait that grows with the prompt, then writing at the model's speed, now and then slow. */
final class DemoLatency {

    private static final double MS_PER_UNCACHED_TOKEN = 0.09;
    private static final double SLOW = 0.01;

    private DemoLatency() {}

    /** Milliseconds to the first token. */
    static int firstToken(DemoModel model, DemoTokens tokens, Dice dice) {
        double wait = model.firstTokenMs + MS_PER_UNCACHED_TOKEN * (tokens.input() - tokens.cacheRead());
        double slow = dice.roll(Roll.TAIL) < SLOW ? dice.between(Roll.SPEED, 3, 9) : 1;
        return (int) (wait * dice.between(Roll.WAIT, 0.7, 1.6) * slow);
    }

    /** Milliseconds to the end. */
    static int whole(DemoModel model, DemoTokens tokens, Dice dice) {
        double writing = 1000.0 * tokens.output() / (model.tokensPerSecond * dice.between(Roll.SPEED, 0.7, 1.2));
        return firstToken(model, tokens, dice) + (int) writing;
    }
}
