package dev.tollgate.feature;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Places are for ever: with other ones, a new version of Tollgate would give users features and take others away. */
class RolloutPlacesTests {

    @Test
    void areWhatTheyAlwaysWere() {
        RolloutPlaces chat = new RolloutPlaces("chat");

        assertThat(chat.of("u-1")).isEqualTo(4367);
        assertThat(chat.of("u-2")).isEqualTo(7596);
        assertThat(chat.of("ünï-😀")).isEqualTo(5574);
        assertThat(new RolloutPlaces("search").of("u-1")).isEqualTo(3485);
    }
}
