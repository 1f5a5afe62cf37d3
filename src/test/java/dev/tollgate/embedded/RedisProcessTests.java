package dev.tollgate.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.redisson.Redisson;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.StringCodec;
import org.redisson.config.Config;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class RedisProcessTests {

    private static final String PASSWORD = "0123456789abcdef";

    @TempDir
    private Path folder;

    @Test
    void keepsItsData() {
        try (RedisProcess redis = start()) {
            write(redis, "kept");
        }
        try (RedisProcess redis = start()) {
            assertThat(read(redis)).isEqualTo("kept");
        }
    }

    @Test
    void isTakenOverWhenItsApplicationWasKilled(CapturedOutput output) {
        RedisProcess orphan = start();
        write(orphan, "orphan");

        try (RedisProcess redis = start()) {
            assertThat(output).contains("still runs from a Tollgate that was killed");
            assertThat(read(redis)).isEqualTo("orphan");
        }
    }

    @Test
    void asksForThePassword() {
        try (RedisProcess redis = start()) {
            assertThat(new RedisProbe(redis.port(), "wrong").answers()).isFalse();
            assertThat(new RedisProbe(redis.port(), PASSWORD).answers()).isTrue();
        }
    }

    private RedisProcess start() {
        return RedisProcess.start(folder, PASSWORD);
    }

    private static void write(RedisProcess redis, String value) {
        RedissonClient client = client(redis);
        client.getBucket("note", StringCodec.INSTANCE).set(value);
        client.shutdown();
    }

    private static Object read(RedisProcess redis) {
        RedissonClient client = client(redis);
        try {
            return client.getBucket("note", StringCodec.INSTANCE).get();
        } finally {
            client.shutdown();
        }
    }

    private static RedissonClient client(RedisProcess redis) {
        Config config = new Config();
        config.setPassword(PASSWORD);
        config.useSingleServer().setAddress("redis://127.0.0.1:" + redis.port());
        return Redisson.create(config);
    }
}
