package dev.tollgate.demo;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** The recorded hour. Repeated, the first call of a repetition follows the last call of the one before at an ordinary distance. */
final class Trace {

    private static final String RESOURCE = "/demo/azure-llm-conv-2023.csv.gz";

    private final List<TraceCall> calls;
    private final long[] offsets;
    private final long length;

    Trace(List<TraceCall> calls) {
        this.calls = List.copyOf(calls);
        this.offsets = new long[calls.size()];
        long at = 0;
        for (int i = 0; i < offsets.length; i++) {
            at += calls.get(i).afterMs();
            offsets[i] = at;
        }
        this.length = at + Math.max(1, at / offsets.length);
    }

    /** Reads the trace from the application's resources. */
    static Trace load() {
        try (InputStream packed = Trace.class.getResourceAsStream(RESOURCE)) {
            if (packed == null) {
                throw new IllegalStateException(RESOURCE + " is missing");
            }
            return new Trace(read(new GZIPInputStream(packed)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<TraceCall> read(InputStream csv) throws IOException {
        try (CsvReader<NamedCsvRecord> rows =
                CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(csv, StandardCharsets.US_ASCII))) {
            return rows.stream().map(Trace::call).toList();
        }
    }

    private static TraceCall call(NamedCsvRecord row) {
        return new TraceCall(number(row, "afterMs"), number(row, "inputTokens"), number(row, "outputTokens"));
    }

    private static int number(NamedCsvRecord row, String column) {
        return Integer.parseInt(row.getField(column));
    }

    int size() {
        return calls.size();
    }

    /** The call at an index of the trace repeated for ever. */
    TraceCall call(int index) {
        return calls.get(index % calls.size());
    }

    /** The milliseconds since the trace began, at an index of the trace repeated for ever. */
    long offset(int index) {
        return (long) (index / offsets.length) * length + offsets[index % offsets.length];
    }
}
