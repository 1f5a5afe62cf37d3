package dev.tollgate.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.credential.GeneratedMasterKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class EmbeddedMasterKeyTests {

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withUserConfiguration(EmbeddedConfiguration.class, EmbeddedMasterKeyConfiguration.class);

    @TempDir
    private Path folder;

    @Test
    void isMadeOnceAndForTheOwnerOnly() {
        Path file = folder.resolve("master.key");
        application.withPropertyValues("tollgate.data-dir=" + folder).run(context -> {
            assertThat(file).doesNotExist();
            String text = context.getBean(GeneratedMasterKey.class).text();
            assertThat(text).hasSize(64).isEqualTo(Files.readString(file).strip());
            assertThat(permissions(file)).isEqualTo("rw-------");
        });
        String kept = read(file);
        application
                .withPropertyValues("tollgate.data-dir=" + folder)
                .run(context -> assertThat(
                                context.getBean(GeneratedMasterKey.class).text())
                        .isEqualTo(kept));
    }

    /** Other nodes would not have it. */
    @Test
    void isNotMadeForADatabaseOfOnesOwn() {
        application
                .withPropertyValues(
                        "tollgate.data-dir=" + folder, "tollgate.database.url=jdbc:postgresql://localhost/x")
                .run(context -> assertThat(context).doesNotHaveBean(GeneratedMasterKey.class));
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
