package dev.tollgate.ingest.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Parts a stream into lines, as bytes: what they mean is for a parser to say. Not safe for several threads. */
final class LineReader {

    private final InputStream in;
    private byte[] buffer = new byte[64 * 1024];
    private int start;
    private int end;

    LineReader(InputStream in) {
        this.in = in;
    }

    /** The next line without its end; null when there is no more. */
    byte @Nullable [] next() throws IOException {
        int looked = start;
        while (true) {
            for (; looked < end; looked++) {
                if (buffer[looked] == '\n') {
                    return take(looked, looked + 1);
                }
            }
            int before = looked - start;
            if (!fill()) {
                return start == end ? null : take(end, end);
            }
            looked = start + before;
        }
    }

    private byte[] take(int lineEnd, int next) {
        byte[] line = Arrays.copyOfRange(buffer, start, lineEnd);
        start = next;
        return line;
    }

    /** Reads more behind what is not taken yet. */
    private boolean fill() throws IOException {
        if (start > 0) {
            System.arraycopy(buffer, start, buffer, 0, end - start);
            end -= start;
            start = 0;
        }
        if (end == buffer.length) {
            buffer = Arrays.copyOf(buffer, 2 * buffer.length);
        }
        int read = in.read(buffer, end, buffer.length - end);
        end += Math.max(read, 0);
        return read >= 0;
    }
}
