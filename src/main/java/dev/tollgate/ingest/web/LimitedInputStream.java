package dev.tollgate.ingest.web;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.util.unit.DataSize;

/** Throws {@link PayloadTooLargeException} as soon as more than the limit has been read. */
final class LimitedInputStream extends FilterInputStream {

    private final DataSize limit;
    private long read;

    LimitedInputStream(InputStream in, DataSize limit) {
        super(in);
        this.limit = limit;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        count(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = super.read(bytes, offset, length);
        count(Math.max(count, 0));
        return count;
    }

    private void count(int bytes) {
        read += bytes;
        if (read > limit.toBytes()) {
            throw new PayloadTooLargeException("A request may hold at most " + limit.toBytes() + " bytes, unpacked.");
        }
    }
}
