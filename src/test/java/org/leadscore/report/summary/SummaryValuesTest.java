package org.leadscore.report.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leadscore.report.ranking.SampleRun;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SummaryValuesTest {

    @TempDir
    private Path temp;

    @Test
    void a_manifest_that_is_read_again_is_the_one_that_was_written() throws IOException {
        Map<String, List<String>> options = new LinkedHashMap<>();
        options.put("bucket", List.of("true"));
        options.put("events", List.of("web=a.csv", "-"));
        options.put("excel", List.of());
        Manifest manifest = new Manifest(
                options,
                List.of(
                        Manifest.Input.rules("rules.yaml", "abc", 1795334400123L),
                        new Manifest.Input("source", "a \"b\".csv", 0, 1795334400000L, null, "00000000"),
                        new Manifest.Input("source", "hdfs://host/a.csv", -1, null, null, null)),
                List.of(new Manifest.Output("ledger", "../ledger.csv", 5, "01")));

        SummaryValues read = SummaryValues.read(written(manifest));

        assertThat(read.manifest()).isEqualTo(manifest);
        assertThat(read.version()).isEqualTo("0.1.0");
        assertThat(read.asOfMillis()).isEqualTo(1795334400000L);
    }

    @Test
    void files_are_no_figures() throws IOException {
        SummaryValues one = SummaryValues.read(written(new Manifest(Map.of(), List.of(), List.of())));
        SummaryValues other = SummaryValues.read(written(new Manifest(
                Map.of("top", List.of("5")), List.of(), List.of(new Manifest.Output("leads", "a", 1, "00")))));
        Path changed = temp.resolve("changed.json");
        Files.writeString(
                changed,
                Files.readString(temp.resolve("summary.json"))
                        .replace("\"total\" : 4", "\"total\" : 5")
                        .replace("1.250", "2.5"));

        assertThat(one.differences(other)).isEmpty();
        assertThat(one.differences(SummaryValues.read(changed))).containsExactly("/leads/total");
    }

    private Path written(Manifest manifest) throws IOException {
        Path file = temp.resolve("summary.json");
        try (OutputStream out = Files.newOutputStream(file)) {
            SummaryJson.write(SampleRun.summary(), manifest, out);
        }
        return file;
    }
}
