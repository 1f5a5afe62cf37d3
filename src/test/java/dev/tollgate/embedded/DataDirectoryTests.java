package dev.tollgate.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.core.SettingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTests {

    @TempDir
    private Path parent;

    @Test
    void keepsASecret() throws IOException {
        String secret;
        try (DataDirectory directory = DataDirectory.open(parent)) {
            secret = directory.secret("x.password");
            assertThat(secret).hasSize(64).isNotEqualTo(directory.secret("y.password"));
        }
        try (DataDirectory directory = DataDirectory.open(parent)) {
            assertThat(directory.secret("x.password")).isEqualTo(secret);
        }
    }

    @Test
    void keepsOtherUsersOut() throws IOException {
        try (DataDirectory directory = DataDirectory.open(parent.resolve("new/data"))) {
            directory.secret("x.password");
            Path folder = directory.folder("postgres");

            assertThat(permissions(folder)).isEqualTo("rwx------");
            assertThat(permissions(folder.resolveSibling("x.password"))).isEqualTo("rw-------");
        }
    }

    @Test
    void isForOneApplicationAtATime() throws IOException {
        try (DataDirectory directory = DataDirectory.open(parent)) {
            assertThat(directory.folder("redis")).isDirectory();
            assertThatThrownBy(() -> DataDirectory.open(parent))
                    .isInstanceOf(SettingException.class)
                    .hasMessageStartingWith("TOLLGATE_DATA_DIR: the folder " + parent + " is in use");
        }
        DataDirectory.open(parent).close();
    }

    @Test
    void saysWhenItCannotBeWritten() throws IOException {
        Path file = Files.createFile(parent.resolve("file"));

        assertThatThrownBy(() -> DataDirectory.open(file.resolve("data")))
                .isInstanceOf(SettingException.class)
                .hasMessageStartingWith("TOLLGATE_DATA_DIR: the folder ")
                .hasMessageEndingWith("cannot be written to.");
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
