package dev.tollgate.bench;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Which ticks arrived when, as a file from the receiver to the benchmark. Not for use by several threads. */
final class TickLog implements Closeable {

    private static final byte[] DELTA = bytes("\"kind\":\"DELTA\"");
    private static final byte[] SINCE = bytes("\"sinceSequence\":");
    private static final byte[] SEQUENCE = bytes("\"sequence\":");
    private static final byte[] TO = bytes("\"to\":\"");

    private final DataOutputStream file;

    TickLog(Path file) throws IOException {
        this.file = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 20));
    }

    /**
     * A tick at a subscriber.
     *
     * @param subscriber the subscriber's number
     * @param since the last commit before those in it
     * @param sequence the last commit in it
     * @param toMicros when its interval ended
     * @param atMicros when it arrived
     */
    record Entry(int subscriber, long since, long sequence, long toMicros, long atMicros) {}

    void add(int subscriber, Bytes message, long atMicros) throws IOException {
        if (message.contains(DELTA)) {
            file.writeInt(subscriber);
            file.writeLong(message.numberAfter(SINCE));
            file.writeLong(message.numberAfter(SEQUENCE));
            file.writeLong(micros(Instant.parse(message.stringAfter(TO))));
            file.writeLong(atMicros);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    static List<Entry> read(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        List<Entry> entries = new ArrayList<>();
        try (DataInputStream in = new DataInputStream(new java.io.ByteArrayInputStream(bytes))) {
            while (in.available() > 0) {
                entries.add(new Entry(in.readInt(), in.readLong(), in.readLong(), in.readLong(), in.readLong()));
            }
        }
        return entries;
    }

    /** The wall clock, the same for all processes of a machine. */
    static long nowMicros() {
        return micros(Instant.now());
    }

    private static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
