package dev.tollgate.usage;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * The binary form in which nodes tell each other of batches. Times of contributions are kept to the minute; reservations are left out, since
 * those who count by them read the log.
 */
@Component
public class UsageBatchCodec {

    private static final int VERSION = 1;

    private final SampleCodec samples;

    UsageBatchCodec(SampleCodec samples) {
        this.samples = samples;
    }

    /** Writes the batches in their order. */
    public byte[] encode(List<UsageBatch> batches) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CodedOutputStream out = CodedOutputStream.newInstance(bytes);
        try {
            out.writeUInt32NoTag(VERSION);
            out.writeUInt32NoTag(batches.size());
            for (UsageBatch batch : batches) {
                write(out, batch);
            }
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Reads them again; throws {@link IllegalStateException} when a newer node wrote them. */
    public List<UsageBatch> decode(byte[] message) {
        CodedInputStream in = CodedInputStream.newInstance(message);
        try {
            int version = in.readUInt32();
            if (version != VERSION) {
                throw new IllegalStateException("batches of version " + version + ", written by a newer node");
            }
            int size = in.readUInt32();
            List<UsageBatch> batches = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                batches.add(read(in));
            }
            return batches;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(CodedOutputStream out, UsageBatch batch) throws IOException {
        out.writeUInt64NoTag(batch.sequence());
        out.writeSInt64NoTag(ChronoUnit.MICROS.between(Instant.EPOCH, batch.storedAt()));
        out.writeByteArrayNoTag(ContributionCodec.encode(batch.contributions()));
        out.writeByteArrayNoTag(Objects.requireNonNullElse(samples.encode(batch.samples()), new byte[0]));
    }

    private UsageBatch read(CodedInputStream in) throws IOException {
        return new UsageBatch(
                in.readUInt64(),
                Instant.EPOCH.plus(in.readSInt64(), ChronoUnit.MICROS),
                ContributionCodec.decode(in.readByteArray()),
                samples.decode(in.readByteArray()),
                List.of());
    }
}
