package dev.tollgate.usage;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.CodedOutputStream;
import dev.tollgate.core.Money;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The binary form of contributions in a batch: a version, then one run of variable-length numbers each, about 40 bytes. Times
 * are kept to the minute, the finest that cells have.
 */
final class ContributionCodec {

    private static final int VERSION = 1;
    private static final int NO_LATENCY = -1;

    private ContributionCodec() {}

    static byte[] encode(List<Contribution> contributions) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(48 * contributions.size() + 8);
        CodedOutputStream out = CodedOutputStream.newInstance(bytes);
        try {
            out.writeUInt32NoTag(VERSION);
            out.writeUInt32NoTag(contributions.size());
            for (Contribution contribution : contributions) {
                write(out, contribution);
            }
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static List<Contribution> decode(byte[] payload) {
        CodedInputStream in = CodedInputStream.newInstance(payload);
        try {
            int version = in.readUInt32();
            if (version != VERSION) {
                throw new IllegalStateException("a batch of version " + version + ", written by a newer node");
            }
            int size = in.readUInt32();
            List<Contribution> contributions = new ArrayList<>(size);
            for (int i = 0; i < size; i++) {
                contributions.add(read(in));
            }
            return contributions;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(CodedOutputStream out, Contribution contribution) throws IOException {
        out.writeSInt64NoTag(Math.floorDiv(contribution.occurredAt().getEpochSecond(), 60L));
        out.writeUInt64NoTag(contribution.attribution().value());
        out.writeStringNoTag(contribution.user() == null ? "" : contribution.user());
        out.writeSInt64NoTag(contribution.requests());
        out.writeSInt64NoTag(contribution.errors());
        out.writeSInt64NoTag(contribution.uncachedInputTokens());
        out.writeSInt64NoTag(contribution.cacheReadTokens());
        out.writeSInt64NoTag(contribution.cacheWriteTokens());
        out.writeSInt64NoTag(contribution.outputTokens());
        out.writeSInt64NoTag(contribution.reasoningTokens());
        out.writeByteArrayNoTag(contribution.cost().amount().unscaledValue().toByteArray());
        out.writeSInt64NoTag(contribution.unpricedRequests());
        out.writeSInt32NoTag(contribution.latencyMs() == null ? NO_LATENCY : contribution.latencyMs());
    }

    private static Contribution read(CodedInputStream in) throws IOException {
        return new Contribution(
                Instant.EPOCH.plus(in.readSInt64(), ChronoUnit.MINUTES),
                new AttributionId(in.readUInt64()),
                emptyToNull(in.readString()),
                in.readSInt64(),
                in.readSInt64(),
                in.readSInt64(),
                in.readSInt64(),
                in.readSInt64(),
                in.readSInt64(),
                in.readSInt64(),
                new Money(new BigDecimal(new BigInteger(in.readByteArray()), Money.SCALE)),
                in.readSInt64(),
                latency(in.readSInt32()));
    }

    private static @Nullable String emptyToNull(String user) {
        return user.isEmpty() ? null : user;
    }

    private static @Nullable Integer latency(int milliseconds) {
        return milliseconds == NO_LATENCY ? null : milliseconds;
    }
}
