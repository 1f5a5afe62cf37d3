package dev.tollgate.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.audit.AuditedAction;
import dev.tollgate.graphql.GlobalId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefusedFieldTests {

    private static final String ID = new GlobalId("ApiKey", "7").encode();

    @Test
    void isAboutWhatTheInputNames() {
        assertThat(of(Map.of("id", ID))).isEqualTo(new AuditedAction.Target("ApiKey", "7"));
        assertThat(of(Map.of("userId", new GlobalId("User", "8").encode(), "role", "OWNER")))
                .isEqualTo(new AuditedAction.Target("User", "8"));
        assertThat(of(Map.of("slug", "acme"))).isEqualTo(new AuditedAction.Target("Mutation", "acme"));
        assertThat(of(Map.of("name", "chat", "state", "OFF"))).isEqualTo(new AuditedAction.Target("Mutation", "chat"));
    }

    @Test
    void isAboutItselfWhenNothingIsNamed() {
        assertThat(of(Map.of())).isEqualTo(new AuditedAction.Target("Mutation", "change"));
        assertThat(RefusedField.of("Organization", "members", Map.of("first", 1)))
                .isEqualTo(
                        new RefusedField("Organization.members", new AuditedAction.Target("Organization", "members")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\u0000b", "\ud800", "a\nb"})
    void isAboutItselfWhenTheNameCannotBeKept(String name) {
        assertThat(of(Map.of("name", name))).isEqualTo(new AuditedAction.Target("Mutation", "change"));
        assertThat(of(Map.of("name", "x".repeat(201)))).isEqualTo(new AuditedAction.Target("Mutation", "change"));
        assertThat(of(Map.of("id", new GlobalId("ApiKey", name).encode())).id()).doesNotContain("\u0000");
    }

    private static AuditedAction.Target of(Map<String, ?> input) {
        return RefusedField.of("Mutation", "change", Map.of("input", input)).target();
    }
}
