package dev.tollgate.credential;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretLooksTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sk-proj-abcdefgh",
                "sk-ant-api03-AbCdEfGhIjKl",
                "gsk_AbCdEfGhIjKlMn",
                "AIzaSyA1b2C3d4E5f6",
                "hf_abcdefghijkl",
                "0123456789abcdef0123456789abcdef",
                "acme/0123456789abcdef",
                "abcdefghijklmnopqrstuvwxyz",
                "Bearer abcdefgh"
            })
    void sees(String secret) {
        assertThat(SecretLooks.has(secret)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "openai",
                "our-vllm",
                "vllm-eu-west-2",
                "fireworks_ai-embedding-models",
                "text-completion-codestral",
                "together_ai",
                "nvidia_nim",
                "key-vault-proxy",
                "hf-inference-api",
                "asia-southeast-proxy",
                "acme/llama-3",
                "hosted_vllm"
            })
    void takesNames(String name) {
        assertThat(SecretLooks.has(name)).isFalse();
    }
}
