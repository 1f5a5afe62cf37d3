package dev.tollgate.ingest.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class LimitedInputStreamTests {

    private static final byte[] TEN = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};

    @Test
    void letsThroughAsMuchAsTheLimit() throws IOException {
        try (InputStream in = limitedTo(10)) {
            assertThat(in.readAllBytes()).isEqualTo(TEN);
            assertThat(in.read()).isEqualTo(-1);
        }
    }

    @Test
    void endsWithTheFirstByteBeyondTheLimit() throws IOException {
        try (InputStream in = limitedTo(9)) {
            assertThat(in.readNBytes(9)).hasSize(9);
            assertThatThrownBy(in::read)
                    .isInstanceOf(PayloadTooLargeException.class)
                    .hasMessage("A request may hold at most 9 bytes, unpacked.");
        }
    }

    @Test
    void countsBytesReadOneByOne() throws IOException {
        try (InputStream in = limitedTo(2)) {
            assertThat(in.read()).isZero();
            assertThat(in.read()).isEqualTo(1);
            assertThatThrownBy(in::read).isInstanceOf(PayloadTooLargeException.class);
        }
    }

    private static InputStream limitedTo(long bytes) {
        return new LimitedInputStream(new ByteArrayInputStream(TEN), DataSize.ofBytes(bytes));
    }
}
