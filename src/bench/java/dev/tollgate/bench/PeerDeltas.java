package dev.tollgate.bench;

import dev.tollgate.testing.TestServers;
import java.util.HashMap;
import java.util.Map;
import java.util.StringJoiner;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import org.redisson.Redisson;
import org.redisson.api.RTopic;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.StringCodec;
import org.redisson.config.Config;

/** Tells the peer what Tollgate's nodes tell each other: ten times a second, what was committed by combination of dimensions. */
final class PeerDeltas implements AutoCloseable {

    private static final int A_SECOND = 10;

    private final RedissonClient redis;
    private final RTopic topic;
    private final Pace pace;
    private long sequence;

    PeerDeltas(int eventsPerSecond) {
        Config config = new Config();
        config.useSingleServer().setAddress(TestServers.redisUrl());
        redis = Redisson.create(config);
        topic = redis.getTopic(LivePeer.CHANNEL, StringCodec.INSTANCE);
        pace = new Pace(A_SECOND, 1, _ -> topic.publish(delta(eventsPerSecond / A_SECOND)));
    }

    private String delta(int events) {
        Map<String, Sums> cells = new HashMap<>();
        RandomGenerator random = ThreadLocalRandom.current();
        for (int i = 0; i < events; i++) {
            cells.computeIfAbsent(SampleEvents.dimensions(random), _ -> new Sums())
                    .add(random);
        }
        StringJoiner json = new StringJoiner(
                ",",
                "{\"sequence\":" + ++sequence + ",\"committedThrough\":" + System.currentTimeMillis() + ",\"cells\":[",
                "]}");
        cells.forEach((dimensions, sums) -> json.add("{" + dimensions + sums.json() + "}"));
        return json.toString();
    }

    private static final class Sums {

        private int requests;
        private long input;
        private long output;
        private long latency;

        void add(RandomGenerator random) {
            requests++;
            input += random.nextInt(50, 4_000);
            output += random.nextInt(1, 800);
            latency += random.nextInt(80, 9_000);
        }

        String json() {
            return ",\"requests\":" + requests + ",\"errors\":0,\"inputTokens\":" + input + ",\"outputTokens\":"
                    + output
                    + ",\"picoUsd\":" + (input * 1_250_000 + output * 10_000_000) + ",\"latencyCount\":" + requests
                    + ",\"latencySumMs\":" + latency;
        }
    }

    @Override
    public void close() {
        pace.close();
        redis.shutdown();
    }
}
