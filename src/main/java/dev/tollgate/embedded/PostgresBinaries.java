package dev.tollgate.embedded;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.apache.commons.lang3.SystemUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Unpacks PostgreSQL's programs from the jar they come in. */
final class PostgresBinaries {

    private static final Logger log = LoggerFactory.getLogger(PostgresBinaries.class);

    private PostgresBinaries() {}

    /** The folder that holds {@code bin} and {@code lib}, unpacked on the first call. */
    static Path unpackInto(Path parent) {
        Path home = parent.resolve("postgresql-" + version());
        if (Files.isDirectory(home)) {
            return home;
        }
        log.info("Unpacking PostgreSQL {} (once)", version());
        Path draft = parent.resolve("unpacking");
        try {
            FolderTree.delete(draft);
            unpack(draft);
            return Files.move(draft, home);
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL could not be unpacked into " + parent, e);
        }
    }

    private static void unpack(Path target) throws IOException {
        try (InputStream packed = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system(), machine());
                TarArchiveInputStream tar = new TarArchiveInputStream(new XZCompressorInputStream(packed))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(tar, entry, target);
            }
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path target) throws IOException {
        Path file = target.resolve(entry.getName()).normalize();
        if (!file.startsWith(target)) {
            throw new IOException("the archive names a file outside its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.resolveSibling(""));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, file);
            markExecutable(entry, file);
        }
    }

    private static void markExecutable(TarArchiveEntry entry, Path file) {
        if ((entry.getMode() & 0b001_000_000) != 0 && !file.toFile().setExecutable(true, true)) {
            log.warn("{} could not be made executable", file);
        }
    }

    private static String version() {
        return "18";
    }

    private static String system() {
        if (SystemUtils.IS_OS_WINDOWS) {
            return "Windows";
        }
        return SystemUtils.IS_OS_MAC ? "Darwin" : "Linux";
    }

    private static String machine() {
        String machine = SystemUtils.OS_ARCH.toLowerCase(Locale.ROOT);
        return machine.equals("amd64") ? "x86_64" : machine;
    }
}
