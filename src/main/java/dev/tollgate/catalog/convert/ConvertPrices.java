package dev.tollgate.catalog.convert;

import dev.tollgate.catalog.CatalogFile;
import dev.tollgate.catalog.Model;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/**
 * Converts a price list in LiteLLM's format to the shipped catalogue. Arguments: the list, the catalogue file, and the date from
 * which the list's prices hold. An existing catalogue file is continued: prices that are the same keep their version, others get a
 * new one from that date, and models that the list no longer has stay as they were.
 */
public final class ConvertPrices {

    private ConvertPrices() {}

    /** Converts; prints what was done and which cost fields were not understood. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 3) {
            throw new IllegalArgumentException("usage: <price list> <catalogue file> <date the prices hold from>");
        }
        convert(Path.of(arguments[0]), Path.of(arguments[1]), LocalDate.parse(arguments[2]), System.out);
    }

    static void convert(Path list, Path catalogue, LocalDate from, PrintStream report) throws IOException {
        List<Model> before = read(catalogue);
        PriceList source = PriceList.read(list);
        List<Model> after = new CatalogUpdate(before, from).with(source.models());
        try (Writer text = Files.newBufferedWriter(catalogue)) {
            CatalogFile.write(text, after);
        }
        long priced = after.stream().filter(model -> !model.prices().isEmpty()).count();
        report.printf("%d models, %d of them priced%n", after.size(), priced);
        report.println("Fields that no event can be charged by: " + source.fieldsLeftOut());
    }

    private static List<Model> read(Path catalogue) throws IOException {
        if (!Files.exists(catalogue)) {
            return List.of();
        }
        try (Reader text = Files.newBufferedReader(catalogue)) {
            return CatalogFile.read(text);
        }
    }
}
