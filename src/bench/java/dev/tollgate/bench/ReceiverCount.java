package dev.tollgate.bench;

import java.util.Arrays;

/**
 * What a receiver has got so far.
 *
 * @param frames ticks
 * @param bytes their length without the frames' heads
 * @param failed subscriptions that ended, or never began
 */
record ReceiverCount(long frames, long bytes, long failed) {

    static ReceiverCount parse(String line) {
        long[] numbers =
                Arrays.stream(line.split(" ")).mapToLong(Long::parseLong).toArray();
        return new ReceiverCount(numbers[0], numbers[1], numbers[2]);
    }

    String line() {
        return frames + " " + bytes + " " + failed;
    }

    ReceiverCount since(ReceiverCount before) {
        return new ReceiverCount(frames - before.frames, bytes - before.bytes, failed);
    }
}
