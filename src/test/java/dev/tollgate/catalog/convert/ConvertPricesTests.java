package dev.tollgate.catalog.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tollgate.catalog.CatalogFile;
import dev.tollgate.catalog.Model;
import dev.tollgate.catalog.PriceUnit;
import dev.tollgate.catalog.PriceVersion;
import dev.tollgate.catalog.PriceVersionId;
import dev.tollgate.catalog.Rate;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConvertPricesTests {

    @TempDir
    private Path folder = Path.of("");

    private Path catalogue = Path.of("");

    @BeforeEach
    void nameTheFile() {
        catalogue = folder.resolve("models.jsonl");
    }

    @Test
    void keepsDecimalsExactly() throws IOException {
        convert("2026-08-06", entry("m", "\"input_cost_per_token\": 1.234567890123456789e-06"));

        assertThat(Files.readString(catalogue)).contains("\"INPUT_TOKEN\":0.000001234567890123456789");
    }

    @Test
    void writesTheSameAgainFromTheSameList() throws IOException {
        String list =
                entry("m", "\"input_cost_per_token\": 1e-06") + "," + entry("n", "\"input_cost_per_token\": 2e-06");
        convert("2026-08-06", list);
        String first = Files.readString(catalogue);

        convert("2026-09-01", list);

        assertThat(Files.readString(catalogue)).isEqualTo(first);
    }

    @Test
    void addsAVersionWhereThePriceChanged() throws IOException {
        convert("2026-08-06", entry("m", "\"input_cost_per_token\": 1e-06"));
        convert("2026-09-01", entry("m", "\"input_cost_per_token\": 2e-06"));

        assertThat(models().getFirst().prices())
                .containsExactly(version(1, "2026-08-06", "0.000001"), version(2, "2026-09-01", "0.000002"));
    }

    @Test
    void keepsModelsThatTheListNoLongerHas() throws IOException {
        convert("2026-08-06", entry("old", "\"input_cost_per_token\": 1e-06"));
        convert("2026-09-01", entry("new", "\"input_cost_per_token\": 2e-06"));

        assertThat(models()).extracting(model -> model.ref().model()).containsExactly("new", "old");
        assertThat(models().getFirst().prices()).containsExactly(version(2, "2026-09-01", "0.000002"));
        assertThat(models().getLast().prices()).containsExactly(version(1, "2026-08-06", "0.000001"));
    }

    @Test
    void leavesOutWhatIsNoModel() throws IOException {
        convert(
                "2026-08-06",
                "\"sample_spec\": {\"litellm_provider\": \"one of many\"}, \"rules\": {\"rules\": []}, "
                        + entry("m", "\"mode\": \"chat\""));

        assertThat(models())
                .singleElement()
                .satisfies(model -> assertThat(model.prices()).isEmpty());
    }

    @Test
    void namesTheFieldsItDoesNotUnderstand() throws IOException {
        assertThat(convert("2026-08-06", entry("m", "\"cost_per_smile\": 1, \"cost_per_frown\": 0")))
                .contains("[cost_per_smile]");
    }

    @Test
    void asksForItsArguments() {
        assertThatIllegalArgumentException().isThrownBy(() -> ConvertPrices.main(new String[] {"one"}));
    }

    private String convert(String from, String entries) throws IOException {
        Path list = Files.writeString(folder.resolve("list.json"), "{" + entries + "}");
        ByteArrayOutputStream report = new ByteArrayOutputStream();
        ConvertPrices.convert(
                list, catalogue, LocalDate.parse(from), new PrintStream(report, true, StandardCharsets.UTF_8));
        return report.toString(StandardCharsets.UTF_8);
    }

    private List<Model> models() throws IOException {
        return CatalogFile.read(Files.newBufferedReader(catalogue));
    }

    private static String entry(String key, String fields) {
        return "\"" + key + "\": {\"litellm_provider\": \"openai\", " + fields + "}";
    }

    private static PriceVersion version(long id, String from, String input) {
        return new PriceVersion(
                new PriceVersionId(id),
                Instant.parse(from + "T00:00:00Z"),
                null,
                List.of(Rate.base(PriceUnit.INPUT_TOKEN, new BigDecimal(input))));
    }
}
