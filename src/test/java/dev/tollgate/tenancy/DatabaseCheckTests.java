package dev.tollgate.tenancy;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.core.SettingException;
import dev.tollgate.testing.TestServers;
import org.junit.jupiter.api.Test;

class DatabaseCheckTests {

    private static final DatabaseLocation GOOD =
            new DatabaseLocation(TestServers.databaseUrl(), "postgres", "", null, null);

    @Test
    void takesWhatCanBeUsed() {
        assertThatCode(new DatabaseCheck(GOOD)::run).doesNotThrowAnyException();
    }

    @Test
    void refusesAnOldServer() {
        assertThatThrownBy(new DatabaseCheck(GOOD, 99)::run)
                .isInstanceOf(SettingException.class)
                .hasMessage("TOLLGATE_DATABASE_URL must name a PostgreSQL 99 or newer, this is 18.");
    }

    @Test
    void takesTheUserFromTheAddress() {
        DatabaseLocation location = new DatabaseLocation(GOOD.url() + "?user=postgres", "", "", null, null);

        assertThatCode(new DatabaseCheck(location)::run).doesNotThrowAnyException();
    }

    @Test
    void namesTheHostThatDoesNotAnswerWithoutThePassword() {
        DatabaseLocation location = new DatabaseLocation(
                "jdbc:postgresql://127.0.0.1:1,localhost:2/x?password=hidden", "somebody", "secret", null, null);

        assertThatThrownBy(new DatabaseCheck(location)::run)
                .isInstanceOf(SettingException.class)
                .hasMessage("TOLLGATE_DATABASE_URL: no PostgreSQL answers at 127.0.0.1,localhost:1,2.");
    }

    @Test
    void showsNoPassword() {
        assertThatThrownBy(new DatabaseCheck(new DatabaseLocation(GOOD.url(), "nobody", "secret", null, null))::run)
                .isInstanceOf(SettingException.class)
                .hasMessage(
                        "TOLLGATE_DATABASE_USERNAME and TOLLGATE_DATABASE_PASSWORD: PostgreSQL refuses to sign nobody in.");
    }
}
