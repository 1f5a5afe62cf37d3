package dev.tollgate.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientRoutesTests {

    @ParameterizedTest
    @ValueSource(strings = {"sign-in", "live", "quotas/new", "sessions", "v1beta"})
    void leavesAddressesOfPagesToTheClient(String path) {
        assertThat(ClientRoutes.contains(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "graphql",
                "graphiql",
                "session",
                "oidc/test/callback",
                "v1/usage/events",
                "actuator/health",
                "assets/gone",
                "robots.txt",
                "deep/file.js"
            })
    void keepsAddressesOfFilesAndOfTheApi(String path) {
        assertThat(ClientRoutes.contains(path)).isFalse();
    }
}
