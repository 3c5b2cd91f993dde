package org.leadscore;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leadscore.cli.LeadScore;
import org.leadscore.cli.run.Terminal;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** The pages of calibrate and evaluate on the sample data: the figures that the commands print, in well-formed HTML. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LearningPageTest {

    private static final String AS_OF = "2026-11-20T18:00";
    private static final Pattern ELEMENTS_OF_TEXT = Pattern.compile("(?s)<(style|script)>.*?</\\1>");
    private static final Pattern VOID = Pattern.compile("<(meta|input|br)((?: [^>]*)?)>");
    private static final Pattern TAGS = Pattern.compile("<[^>]*>");

    @TempDir
    private static Path directory;

    private static String calibrated = "";
    private static String calibratedText = "";
    private static JsonNode calibratedJson = new ObjectMapper().nullNode();
    private static String evaluated = "";
    private static String evaluatedText = "";
    private static JsonNode evaluatedJson = new ObjectMapper().nullNode();

    @BeforeAll
    static void run_both_commands_on_the_sample() throws Exception {
        Path rules = directory.resolve("new.yaml");
        Path page = directory.resolve("calibrated.html");
        calibratedText = run("calibrate", "--output", rules.toString(), "--page", page.toString());
        calibrated = Files.readString(page);
        calibratedJson =
                new ObjectMapper().readTree(run("calibrate", "--output", rules.toString(), "--format", "json"));
        String sample = Path.of("sample-data").toAbsolutePath().toString();
        Files.writeString(rules, Files.readString(rules).replace("sample-data", sample));
        String[] against = {"evaluate", "--rules", rules.toString(), "--against", "rules.yaml", "--capacity", "20"};
        Path other = directory.resolve("evaluated.html");
        evaluatedText = run(with(against, "--page", other.toString()));
        evaluated = Files.readString(other);
        evaluatedJson = new ObjectMapper().readTree(run(with(against, "--format", "json")));
    }

    @Test
    void the_headline_claims_no_more_than_the_interval_allows() {
        assertThat(calibratedText).contains("new - old: AUC +0.0172, 95 % interval -0.0189 to +0.0534");
        assertThat(words(calibrated))
                .contains("The new points find more buyers early, but are not proven better overall")
                .contains("The difference in AUC is +0.017, and its interval, −0.019 to +0.053, includes zero.");
        assertThat(evaluatedText).contains("rules.yaml: AUC +0.0510, 95 % interval +0.0257 to +0.0763");
        assertThat(words(evaluated))
                .contains("The new points find buyers better than the old ones")
                .contains("If these points were learned from this past, they look better here than they are.");
    }

    @Test
    void the_page_of_calibrate_shows_the_figures_of_the_held_out_points() {
        assertThat(calibratedText)
                .contains("1,641 leads, 223 of them converted (13.59 %)")
                .contains("on the test, 1503 rows with 85 conversions")
                .contains("   old points  0.8357  0.7941  0.8773  0.5654  0.04847  0.0915               4.12\n")
                .contains("   new points  0.8529  0.8134  0.8925  0.5581  0.04426  0.1705               5.53\n");
        assertThat(words(calibrated))
                .contains("Learned from 1,641 leads, 223 of whom bought (13.6%).")
                .contains("new points 0.853 0.813 to 0.892 0.56 0.17 5.53")
                .contains("old points 0.836 0.794 to 0.877 0.57 0.09 4.12")
                .contains("new less old +0.017 −0.019 to +0.053 −0.01 +0.08 +1.41")
                .contains("you reach 55% of the buyers by the new points, 41% by the old ones, 10% by chance");
    }

    @Test
    void the_page_of_calibrate_shows_scale_chance_buckets_and_points() {
        assertThat(calibratedText)
                .contains("score: zero -16, full 17")
                .contains("logit P = -7.3600 + 0.0675 × score; 0.0762 was expected: the points overstate by 13 %")
                .contains("hot 89, warm 77, cool 66, cold 0")
                .contains(
                        "Demo requested                    each   85   46   3.98    3.50  0.0000   30   12.39  3.667");
        assertThat(words(calibrated))
                .contains("On the new scale 33 points fill the way from zero to full, on the old one 100")
                .contains("logit P = −7.36 + 0.0675 × score")
                .contains("The points overstate by 13%.")
                .contains("they could begin at: hot 89, warm 77 and cool 66.")
                .contains("Demo requested each 85 46 54.1% +30 +12.4 ±\u202f3.7 <\u202f0.0001 , significant");
    }

    @Test
    void the_page_of_evaluate_shows_tenths_capacity_buckets_and_drift() {
        assertThat(evaluatedText)
                .contains("    1  150.3         53.0  0.352628  6.24  0.6235\n")
                .contains("20.0 leads a week arrived: 685 leads, of whom 190 converted, 85.2 % of all conversions")
                .contains("         hot   337         69   20.47  16.51  25.10\n")
                .contains("             all rules  0.0190\n")
                .contains("Looked at several mac…  0.1807\n");
        assertThat(words(evaluated))
                .contains("1 150.3 53.0 6.24 62.4%")
                .contains("20 calls a week reach 85% of the buyers")
                .contains("hot 69 of 337 20.5% 16.5 to 25.1")
                .contains("PSI of all points 0.02; 2 rules above 0.1")
                .contains("2 rules have moved: Looked at several machines and Pricing");
    }

    @Test
    void json_holds_the_same_figures_as_numbers() {
        JsonNode learned = calibratedJson;
        assertThat(learned.at("/rankings/0/auc").decimalValue()).isEqualByComparingTo("0.852925");
        assertThat(learned.at("/rankings/1/points").textValue()).isEqualTo("old");
        assertThat(learned.at("/difference/low").decimalValue()).isEqualByComparingTo("-0.018911");
        assertThat(learned.at("/chance/slope").decimalValue()).isEqualByComparingTo("0.067521");
        assertThat(learned.at("/new_scale/full").intValue()).isEqualTo(17);
        assertThat(learned.at("/buckets/0/could_begin_at").intValue()).isEqualTo(89);
        assertThat(learned.at("/points")).hasSize(43);
        assertThat(learned.at("/leads/converted").intValue()).isEqualTo(223);
        assertThat(evaluatedJson.at("/against").textValue()).isEqualTo("rules.yaml");
        assertThat(evaluatedJson.at("/psi").decimalValue()).isEqualByComparingTo("0.019018");
        assertThat(evaluatedJson.at("/per_week").intValue()).isEqualTo(20);
        assertThat(evaluatedJson.at("/capacity/3/new/conversions").intValue()).isEqualTo(190);
        assertThat(evaluatedJson.at("/buckets/0/new/conversions").intValue()).isEqualTo(69);
        assertThat(evaluatedJson.has("points")).isFalse();
    }

    @Test
    void pages_are_well_formed_and_load_nothing() throws Exception {
        for (String page : new String[] {calibrated, evaluated}) {
            Document document = parsed(page);

            assertThat(document.getElementsByTagName("svg").getLength()).isGreaterThan(10);
            assertThat(ELEMENTS_OF_TEXT.matcher(page).replaceAll(""))
                    .doesNotContain("http:", "https:", " style=", " onclick=", " src=", "NaN", "Infinity", "null");
            assertThat(page).contains("content=\"default-src &#39;none&#39;;");
        }
    }

    @Test
    void only_the_owner_may_read_a_new_page() throws Exception {
        Path page = directory.resolve("calibrated.html");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(page)))
                .isEqualTo("rw-------");
    }

    private static Document parsed(String page) throws Exception {
        String text = ELEMENTS_OF_TEXT.matcher(page).replaceAll("");
        String xml = VOID.matcher(text.replace("<!DOCTYPE html>", "")).replaceAll("<$1$2/>");
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }

    /** The text of a page, its elements apart by one blank. */
    private static String words(String page) {
        String text = TAGS.matcher(page.replaceAll("(?s)<svg.*?</svg>", " ")).replaceAll(" ");
        return text.replace("&lt;", "<").replaceAll("[ \\n]+", " ");
    }

    private static String[] with(String[] args, String... more) {
        String[] all = Arrays.copyOf(args, args.length + more.length);
        System.arraycopy(more, 0, all, args.length, more.length);
        return all;
    }

    private static String run(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StringWriter said = new StringWriter();
        Clock clock = Clock.fixed(Instant.parse("2026-11-22T08:00:00Z"), ZoneOffset.UTC);
        String[] all = with(args, "--as-of", AS_OF, "--quiet");
        int exit = LeadScore.run(
                all, InputStream.nullInputStream(), out, said, clock, Path.of(""), Terminal.NONE, 1 << 30);
        assertThat(exit).as(said.toString()).isZero();
        return out.toString(StandardCharsets.UTF_8);
    }
}
