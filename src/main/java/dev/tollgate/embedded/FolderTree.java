package dev.tollgate.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.io.file.PathUtils;

/** A folder with everything in it. */
final class FolderTree {

    private FolderTree() {}

    /** Deletes it, if there is one: half-made by a start that was interrupted. */
    static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            PathUtils.deleteDirectory(folder);
        }
    }
}
