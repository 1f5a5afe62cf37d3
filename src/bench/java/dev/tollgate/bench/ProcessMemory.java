package dev.tollgate.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The memory of a process that runs Java, after a full collection.
 *
 * @param residentKb what the operating system says it has in memory
 * @param heapKb what is alive on its heap
 */
record ProcessMemory(long residentKb, long heapKb) {

    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");
    private static final Pattern HEAP = Pattern.compile("used (\\d+)K");

    static ProcessMemory of(long pid) {
        try {
            // What a first collection finds unreachable may only be freed by the second.
            jcmd(pid, "GC.run");
            jcmd(pid, "GC.run");
            return new ProcessMemory(
                    number(RESIDENT, Files.readString(Path.of("/proc", Long.toString(pid), "status"))),
                    number(HEAP, jcmd(pid, "GC.heap_info")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long number(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException(text);
        }
        return Long.parseLong(matcher.group(1));
    }

    private static String jcmd(long pid, String command) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), Long.toString(pid), command)
                .redirectErrorStream(true)
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
