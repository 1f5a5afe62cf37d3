package dev.tollgate.embedded;

import dev.tollgate.core.SettingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** The folder of the embedded servers' data, held by a lock for as long as this object is open. */
final class DataDirectory implements AutoCloseable {

    private static final int SECRET_BYTES = 32;

    private final Path root;
    private final FileChannel lockFile;

    private DataDirectory(Path root, FileChannel lockFile) {
        this.root = root;
        this.lockFile = lockFile;
    }

    /** Creates the folder when it is missing; throws {@link SettingException} when it cannot be used. */
    static DataDirectory open(Path path) {
        Path root = path.toAbsolutePath().normalize();
        try {
            Files.createDirectories(root);
            FileChannel channel = FileChannel.open(
                    root.resolve("tollgate.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                channel.close();
                throw new SettingException("TOLLGATE_DATA_DIR: the folder " + root
                        + " is in use by another running Tollgate; stop that one or choose another folder.");
            }
            return new DataDirectory(root, channel);
        } catch (IOException e) {
            throw new SettingException("TOLLGATE_DATA_DIR: the folder " + root + " cannot be written to.", e);
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException _) {
            return null;
        }
    }

    /** A subfolder, created when it is missing, that only this user can enter. */
    Path folder(String name) {
        Path folder = root.resolve(name);
        try {
            Files.createDirectories(folder);
            OwnerOnly.restrict(folder);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The secret kept in a file of that name, made of random bytes the first time and the same ever after. */
    String secret(String name) {
        Path file = root.resolve(name);
        try {
            if (!Files.exists(file)) {
                byte[] bytes = new byte[SECRET_BYTES];
                new SecureRandom().nextBytes(bytes);
                OwnerOnly.write(file, HexFormat.of().formatHex(bytes));
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives the folder back. */
    @Override
    public void close() throws IOException {
        lockFile.close();
    }
}
