package dev.tollgate.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTests {

    @ParameterizedTest
    @ValueSource(strings = {"", "Zoë", "🙂", "\u200d"})
    void whatCanBeStoredAndShown(String text) {
        assertThat(Texts.isStorable(text)).isTrue();
        assertThat(Texts.isShowable(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "\t", "\u007f", "\u0085"})
    void whatCanOnlyBeStored(String text) {
        assertThat(Texts.isStorable(text)).isTrue();
        assertThat(Texts.isShowable(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\0b", "\ud83d", "a\ude42", "\ude42\ud83d"})
    void whatCannotBeStored(String text) {
        assertThat(Texts.isStorable(text)).isFalse();
        assertThat(Texts.isShowable(text)).isFalse();
    }
}
