package org.leadscore;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.leadscore.cli.LeadScore;
import org.leadscore.cli.run.Terminal;

/**
 * Runs each recipe of {@code docs/recipes.md}: its rule file on its files must give its outcome, without a warning. The samples of
 * exports beside {@code docs/examples/exports} are run likewise, with the rule file that they name.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RecipesTest {

    private static final Path PAGE = Path.of("docs", "recipes.md");
    private static final Path EXPORTS = Path.of("docs", "examples", "exports");
    private static final Path SAMPLES = EXPORTS.resolve("samples.md");
    private static final Pattern RECIPE = Pattern.compile("(?ms)^### ([^\n]+)\n(.*?)(?=^##|\\z)");
    private static final Pattern DATA = Pattern.compile("(?ms)^`([^`\n]+)`\n\n```csv\n(.*?)^```$");
    private static final Pattern RULES = Pattern.compile("(?ms)^```yaml\n(.*?)^```$");
    private static final Pattern OUTCOME = Pattern.compile("(?ms)^```text\n(.*?)^```$");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```[a-z]+\n.*?^```$");

    /** The morning for which the page says that its outcomes hold. */
    private static final String AS_OF = "2026-12-01";

    private static final Clock MORNING = Clock.fixed(Instant.parse(AS_OF + "T08:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path temp;

    @TestFactory
    Stream<DynamicTest> recipes() throws IOException {
        return RECIPE.matcher(Files.readString(PAGE))
                .results()
                .map(recipe -> DynamicTest.dynamicTest(
                        recipe.group(1), () -> check(recipe.group(2), only(RULES, recipe.group(2)))));
    }

    @TestFactory
    Stream<DynamicTest> samples_of_exports() throws IOException {
        return RECIPE.matcher(Files.readString(SAMPLES))
                .results()
                .map(sample -> DynamicTest.dynamicTest(
                        sample.group(1),
                        () -> check(sample.group(2), Files.readString(EXPORTS.resolve(sample.group(1))))));
    }

    @Test
    void every_block_of_the_page_belongs_to_a_recipe() throws IOException {
        String page = Files.readString(PAGE);

        assertThat(page).contains("--as-of " + AS_OF);
        assertThat(RECIPE.matcher(page).results()).hasSizeGreaterThan(20);
        assertThat(BLOCK.matcher(RECIPE.matcher(page).replaceAll("")).results()).isEmpty();
    }

    private void check(String recipe, String rules) throws IOException {
        Path place = Files.createTempDirectory(temp, "recipe");
        Map<String, String> data = data(recipe);
        for (Map.Entry<String, String> file : plain(data).entrySet()) {
            Files.writeString(place.resolve(file.getKey()), file.getValue());
        }
        for (Map.Entry<String, Map<String, String>> container : containers(data).entrySet()) {
            Files.write(place.resolve(container.getKey()), container(container.getKey(), container.getValue()));
        }
        Files.writeString(place.resolve("rules.yaml"), rules);

        assertThat(data).as("files of a recipe").isNotEmpty();
        assertThat(BLOCK.matcher(recipe).results())
                .as("blocks")
                .hasSize(data.size() + (recipe.contains(rules) ? 2 : 1));
        assertThat(scored(place)).isEqualTo(lines(only(OUTCOME, recipe)));
    }

    private static Map<String, String> data(String recipe) {
        Map<String, String> data = new LinkedHashMap<>();
        DATA.matcher(recipe).results().forEach(file -> data.put(file.group(1), file.group(2)));
        return data;
    }

    private static Map<String, String> plain(Map<String, String> data) {
        Map<String, String> plain = new LinkedHashMap<>(data);
        plain.keySet().removeIf(name -> name.contains("!"));
        return plain;
    }

    /** The tables of archives and workbooks by their name, which stands before the {@code !} of a file. */
    private static Map<String, Map<String, String>> containers(Map<String, String> data) {
        Map<String, Map<String, String>> containers = new TreeMap<>();
        data.forEach((name, text) -> {
            int end = name.indexOf('!');
            if (end > 0) {
                containers
                        .computeIfAbsent(name.substring(0, end), key -> new LinkedHashMap<>())
                        .put(name.substring(end + 1), text);
            }
        });
        return containers;
    }

    private static byte[] container(String name, Map<String, String> tables) throws IOException {
        return zip(name.endsWith(".xlsx") ? workbook(tables) : tables);
    }

    private static byte[] zip(Map<String, String> parts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    /** The parts of a workbook with these tables as its sheets. */
    private static Map<String, String> workbook(Map<String, String> sheets) {
        Map<String, String> parts = new LinkedHashMap<>();
        StringBuilder list = new StringBuilder();
        StringBuilder targets = new StringBuilder();
        sheets.forEach((name, table) -> {
            String id = "r" + parts.size();
            list.append("<sheet name='" + name + "' sheetId='" + (parts.size() + 1) + "' r:id='" + id + "'/>");
            targets.append(relation(id, "worksheet", id + ".xml"));
            parts.put("xl/" + id + ".xml", sheet(table));
        });
        parts.put("[Content_Types].xml", "<Types/>");
        parts.put("_rels/.rels", relations(relation("r", "officeDocument", "xl/workbook.xml")));
        parts.put("xl/workbook.xml", "<workbook xmlns:r='urn:r'><sheets>" + list + "</sheets></workbook>");
        parts.put("xl/_rels/workbook.xml.rels", relations(targets.toString()));
        return parts;
    }

    /** A sheet with the fields of that table, which has no quotes, as its cells. */
    private static String sheet(String table) {
        StringBuilder rows = new StringBuilder();
        table.lines().forEach(line -> {
            rows.append("<row>");
            Stream.of(line.split(",", -1)).map(RecipesTest::cell).forEach(rows::append);
            rows.append("</row>");
        });
        return "<worksheet xmlns='urn:x'><sheetData>" + rows + "</sheetData></worksheet>";
    }

    private static String cell(String field) {
        return field.matches("[0-9.]+")
                ? "<c><v>" + field + "</v></c>"
                : "<c t='inlineStr'><is><t>" + field + "</t></is></c>";
    }

    private static String relations(String relations) {
        return "<Relationships>" + relations + "</Relationships>";
    }

    private static String relation(String id, String type, String target) {
        return "<Relationship Id='" + id + "' Type='http://purl.oclc.org/ooxml/officeDocument/relationships/" + type
                + "' Target='" + target + "'/>";
    }

    private static String only(Pattern block, String recipe) {
        Matcher found = block.matcher(recipe);
        assertThat(found.find()).as("a recipe has " + block).isTrue();
        return found.group(1);
    }

    private static List<String> lines(String outcome) {
        return outcome.lines().map(line -> line.replaceAll(" {2,}", " ")).toList();
    }

    /** Each lead of the ranking with its score, and its status if it is not the usual one. */
    private static List<String> scored(Path place) throws IOException {
        String[] args = {"score", "--rules", "rules.yaml", "--as-of", AS_OF, "--output", "leads.csv", "--quiet"};
        StringWriter said = new StringWriter();
        int exit = LeadScore.run(
                args,
                InputStream.nullInputStream(),
                new ByteArrayOutputStream(),
                said,
                MORNING,
                place,
                Terminal.NONE,
                1 << 30);
        assertThat(exit).as(said.toString()).isZero();
        assertThat(said).hasToString("");
        try (CsvReader<NamedCsvRecord> leads = CsvReader.builder().ofNamedCsvRecord(place.resolve("leads.csv"))) {
            return leads.stream().map(RecipesTest::outcome).toList();
        }
    }

    private static String outcome(NamedCsvRecord lead) {
        String status = lead.getField("status");
        return lead.getField("lead") + " " + lead.getField("score") + (status.equals("scored") ? "" : " " + status);
    }
}
