package dev.tollgate.bench;

import java.nio.charset.StandardCharsets;

/** Text inside a buffer, looked at without decoding or parsing it. */
final class Bytes {

    private static final int EDGE = 80;

    private final byte[] array;
    private final int from;
    private final int to;

    Bytes(byte[] array, int from, int to) {
        this.array = array;
        this.from = from;
        this.to = to;
    }

    boolean contains(byte[] text) {
        return indexOf(text, from, to) >= 0;
    }

    /** Whether it is there near the beginning or the end, where the parts of an envelope are. */
    boolean edgesContain(byte[] text) {
        return indexOf(text, from, Math.min(to, from + EDGE)) >= 0 || indexOf(text, Math.max(from, to - EDGE), to) >= 0;
    }

    /** The number that follows the text. */
    long numberAfter(byte[] text) {
        int at = after(text);
        long number = 0;
        for (; at < to && array[at] >= '0' && array[at] <= '9'; at++) {
            number = number * 10 + array[at] - '0';
        }
        return number;
    }

    /** What follows the text up to the next quotation mark. */
    String stringAfter(byte[] text) {
        int begin = after(text);
        int end = begin;
        while (array[end] != '"') {
            end++;
        }
        return new String(array, begin, end - begin, StandardCharsets.US_ASCII);
    }

    int after(byte[] text) {
        int at = indexOf(text, from, to);
        if (at < 0) {
            throw new IllegalStateException(new String(text, StandardCharsets.US_ASCII) + " is not in " + this);
        }
        return at + text.length;
    }

    private int indexOf(byte[] text, int begin, int end) {
        for (int at = begin; at <= end - text.length; at++) {
            int matched = 0;
            while (matched < text.length && array[at + matched] == text[matched]) {
                matched++;
            }
            if (matched == text.length) {
                return at;
            }
        }
        return -1;
    }

    @Override
    public String toString() {
        return new String(array, from, to - from, StandardCharsets.UTF_8);
    }
}
