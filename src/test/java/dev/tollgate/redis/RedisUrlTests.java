package dev.tollgate.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.core.SettingException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedisUrlTests {

    @Test
    void readsHostAndPort() {
        RedisLocation location = RedisUrl.parse("rediss://cache.example:7000");

        assertThat(location.addresses()).containsExactly(URI.create("rediss://cache.example:7000"));
        assertThat(location.username()).isNull();
        assertThat(location.password()).isNull();
    }

    @Test
    void readsUserAndPasswordAndShowsNeither() {
        RedisLocation location = RedisUrl.parse("redis://tollgate:p%40ss@cache.example");

        assertThat(location.username()).isEqualTo("tollgate");
        assertThat(location.password()).isEqualTo("p@ss");
        assertThat(location).hasToString("RedisLocation[redis://cache.example:6379]");
    }

    @Test
    void readsAPasswordAlone() {
        RedisLocation location = RedisUrl.parse("redis://:secret@cache.example");

        assertThat(location.username()).isNull();
        assertThat(location.password()).isEqualTo("secret");
    }

    @Test
    void readsTheNodesOfACluster() {
        assertThat(RedisUrl.parse("redis://a:1, redis://b:2").addresses())
                .containsExactly(URI.create("redis://a:1"), URI.create("redis://b:2"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "localhost:6379", "http://localhost", "redis://", "redis://a:1,,redis://b:2", "redis://a b"})
    void refusesTheRest(String value) {
        assertThatThrownBy(() -> RedisUrl.parse(value))
                .isInstanceOf(SettingException.class)
                .hasMessageStartingWith("TOLLGATE_REDIS_URL must be");
    }
}
