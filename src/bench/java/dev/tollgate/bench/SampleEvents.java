package dev.tollgate.bench;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Events as services send them: 1,440 distinct attributions, two thousand users of whom each belongs to one team. */
final class SampleEvents {

    static final int USERS = 2_000;

    private static final int TEAMS = 12;

    private static final String[] MODELS = {
        "openai\",\"model\":\"gpt-5.5",
        "openai\",\"model\":\"gpt-5-mini",
        "anthropic\",\"model\":\"claude-sonnet-4-5",
        "google\",\"model\":\"gemini-3.1-pro-preview",
        "mistral\",\"model\":\"mistral-large-latest",
        "deepseek\",\"model\":\"deepseek-chat"
    };

    private SampleEvents() {}

    /** A JSON array of so many new events that occur now. */
    static byte[] batch(int size) {
        return batch(size, ThreadLocalRandom::current);
    }

    /** The same, with at most so many distinct attributions, as an organization has that has been there for a while. */
    static byte[] batch(int size, int attributions) {
        return batch(size, () -> new Random(ThreadLocalRandom.current().nextInt(attributions)));
    }

    private static byte[] batch(int size, Supplier<RandomGenerator> attribution) {
        StringBuilder json = new StringBuilder(400 * size).append('[');
        for (int i = 0; i < size; i++) {
            json.append(i == 0 ? "" : ",").append(event(UUID.randomUUID().toString(), attribution.get()));
        }
        return json.append(']').toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String event(String id, RandomGenerator attribution) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        int user = attribution.nextInt(USERS);
        return "{\"id\":\"" + id + "\",\"occurredAt\":\"" + Instant.now() + "\",\"inputTokens\":"
                + random.nextInt(50, 4_000) + ",\"cachedInputTokens\":" + random.nextInt(50) + ",\"outputTokens\":"
                + random.nextInt(1, 800) + ",\"latencyMs\":" + random.nextInt(80, 9_000) + ",\"status\":\"SUCCESS\","
                + dimensions(attribution, user % TEAMS) + ",\"user\":\"user-" + user + "\"}";
    }

    /** The dimensions of some event, without the user, as fields of JSON. */
    static String dimensions(RandomGenerator random) {
        return dimensions(random, random.nextInt(TEAMS));
    }

    private static String dimensions(RandomGenerator random, int team) {
        return "\"provider\":\"" + MODELS[random.nextInt(MODELS.length)]
                + "\",\"requestType\":\"CHAT\",\"feature\":\"feature-"
                + random.nextInt(10) + "\",\"team\":\"team-" + team + "\",\"project\":\"project-" + team % 6
                + "\",\"environment\":\"" + (random.nextBoolean() ? "production" : "staging") + "\"";
    }
}
