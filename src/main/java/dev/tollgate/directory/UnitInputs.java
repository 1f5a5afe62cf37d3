package dev.tollgate.directory;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is sent and answered about teams, projects and cost centers alike. */
final class UnitInputs {

    private UnitInputs() {}

    record Create(
            String key, @Nullable String name, @Nullable String reason) {}

    record Update(String id, String name, @Nullable String reason) {}

    record Delete(String id, @Nullable String reason) {}

    record Deleted(UUID id) {}
}
