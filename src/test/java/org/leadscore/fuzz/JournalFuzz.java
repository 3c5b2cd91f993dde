package org.leadscore.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.leadscore.problem.ExitCode;
import org.leadscore.problem.LeadScoreException;
import org.leadscore.report.file.Outputs;
import org.leadscore.report.file.ReportDirectory;

/**
 * Any bytes in one of the hidden files of earlier runs: the run writes its reports or ends as documented and names that
 * file, touches nothing that it does not write, and once the file is deleted all is well.
 */
public final class JournalFuzz {

    private static final String[] HIDDEN = {
        ".leads.csv.journal", ".summary.json.journal", ".leadscore-reports", ".leads.csv.lock", ".other.csv.journal"
    };
    private static final String[] HEADS = {"", "leadscore journal 1\n", "leadscore journal 1\nat ", "leadscore lock 1 "
    };
    private static final Set<String> OF_THE_RUN = Set.of(
            "shared/leads.csv",
            "shared/.leads.csv.part",
            "shared/summary.json",
            "shared/.summary.json.part",
            "shared/.leadscore-reports",
            "shared/..leadscore-reports.part");

    private JournalFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        FuzzInput in = new FuzzInput(input);
        Path base = ScratchFiles.file("journal");
        Path shared = Files.createDirectories(base.resolve("shared"));
        try {
            write(base, in.choice(4));
            Path hidden = shared.resolve(HIDDEN[in.choice(HIDDEN.length)]);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            bytes.writeBytes(HEADS[in.choice(HEADS.length)].getBytes(StandardCharsets.UTF_8));
            bytes.writeBytes(in.rest());
            Files.write(hidden, bytes.toByteArray());
            check(base, shared, hidden);
        } finally {
            ScratchFiles.delete(base);
        }
    }

    private static void write(Path base, int parts) throws IOException {
        Path shared = base.resolve("shared");
        Files.createDirectories(base.resolve("victim"));
        Files.createDirectories(shared.resolve("actions"));
        Files.writeString(base.resolve("victim/crm-key"), "secret");
        Files.writeString(base.resolve("victim/.crm-key.part"), "forged");
        Files.writeString(base.resolve("victim/.crm-key.journal"), "leadscore journal 1\nmove crm-key\nend\n");
        Files.writeString(shared.resolve("other.csv"), "of others");
        Files.writeString(shared.resolve(".other.csv.part"), "of others");
        Files.writeString(shared.resolve("actions/.mine"), "mine");
        Files.writeString(shared.resolve("leads.csv"), "old");
        if ((parts & 1) != 0) {
            Files.writeString(shared.resolve(".leads.csv.part"), "whole");
        }
        if ((parts & 2) != 0) {
            Files.writeString(shared.resolve(".summary.json.part"), "whole");
        }
    }

    private static void check(Path base, Path shared, Path hidden) throws IOException {
        Map<String, String> before = files(base, hidden);
        List<String> said = new ArrayList<>();
        try {
            run(shared, said);
            assertThat(shared.resolve("leads.csv")).hasContent("new");
            assertThat(shared.resolve("summary.json")).hasContent("new");
        } catch (LeadScoreException refused) {
            assertThat(refused.exitCode()).isIn(ExitCode.CANNOT_WRITE, ExitCode.OUTPUT_HELD);
            assertThat(refused.getMessage())
                    .contains(hidden.getFileName().toString())
                    .contains("delete");
            Files.delete(hidden);
            run(shared, said);
            assertThat(shared.resolve("leads.csv")).hasContent("new");
        }
        assertThat(files(base, hidden)).isEqualTo(before);
        assertThat(said).allSatisfy(note -> assertThat(note).isNotBlank().doesNotContain("\n"));
    }

    private static void run(Path shared, List<String> said) {
        try (Outputs outputs = new Outputs(said::add, "leadscore score")) {
            ReportDirectory directory = new ReportDirectory(outputs, shared);
            Outputs.Output leads = directory.claim("leads.csv");
            Outputs.Output summary = directory.claim("summary.json");
            outputs.ready();
            directory.readList();
            leads.write(out -> out.write(new byte[] {'n', 'e', 'w'}));
            summary.write(out -> out.write(new byte[] {'n', 'e', 'w'}));
            directory.finish(0, List.of(), List.of(), null);
            outputs.commit();
        }
    }

    /** The files that the run must leave alone, with what they hold. */
    private static Map<String, String> files(Path base, Path hidden) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> all = Files.walk(base)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String name = base.relativize(file).toString();
                if (!OF_THE_RUN.contains(name) && !file.equals(hidden)) {
                    contents.put(name, Files.readString(file, StandardCharsets.ISO_8859_1));
                }
            }
        }
        return contents;
    }
}
