package org.leadscore.rules;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadscore.problem.Location;
import org.leadscore.problem.Problem;
import org.leadscore.problem.RulesException;
import org.leadscore.problem.Trouble;
import org.leadscore.rules.YamlTree.Entry;
import org.leadscore.rules.YamlTree.Mapping;

/** A rule file that has been read and found without problems, with its text at hand for later messages about it. Immutable. */
public final class RuleFile {

    private static final long MAX_BYTES = 4_000_000;

    private static final String MARK = "\uFEFF";

    private final String text;
    private final SourceText source;
    private final Mapping root;
    private final RuleSet rules;
    private final List<Example> examples;
    private final List<Problem> warnings;

    /** Null until somebody asks, which few do. */
    private @Nullable NumberPlaces places;

    private RuleFile(
            String text,
            SourceText source,
            Mapping root,
            RuleSet rules,
            List<Example> examples,
            List<Problem> warnings) {
        this.text = text;
        this.source = source;
        this.root = root;
        this.rules = rules;
        this.examples = List.copyOf(examples);
        this.warnings = warnings;
    }

    /**
     * Reads a file in UTF-8.
     *
     * @throws RulesException with every problem there is, a file that cannot be read included
     */
    public static RuleFile read(Path path) {
        String name = path.toString();
        try {
            if (Files.isRegularFile(path) && Files.size(path) > MAX_BYTES) {
                throw new RulesException(List.of(atStart(name, YamlReader.TOO_LARGE)));
            }
            return parse(name, decode(name, Files.readAllBytes(path)));
        } catch (NoSuchFileException missing) {
            throw unreadable(name, "there is no such rule file; go to its directory, or give the path to it", missing);
        } catch (IOException broken) {
            throw unreadable(
                    name,
                    Files.isDirectory(path)
                            ? "this is a directory; give the path to a rule file"
                            : "the file cannot be read (%s); give the path to another one"
                                    .formatted(Trouble.of(broken)),
                    broken);
        }
    }

    /** All of it, as it was read. */
    public String text() {
        return text;
    }

    /**
     * Reads rules from text.
     *
     * @param name what messages call the file
     * @throws RulesException with every problem there is
     */
    public static RuleFile parse(String name, String text) {
        SourceText source = SourceText.of(name, text);
        Findings findings = new Findings(source);
        Mapping root = YamlReader.read(source, findings);
        if (root == null) {
            throw new RulesException(findings.problems());
        }
        RuleSet rules = RuleSetReader.read(root, findings);
        Entry tests = root.entries().get(RuleSetReader.TESTS);
        List<Example> examples = new ExamplesReader(findings, rules).read(tests == null ? null : tests.value());
        List<Problem> problems = findings.problems();
        if (!problems.isEmpty()) {
            throw new RulesException(problems);
        }
        return new RuleFile(text, source, root, rules, examples, findings.warnings());
    }

    public RuleSet rules() {
        return rules;
    }

    /** Those under {@code tests}, in the order of the file. */
    public List<Example> examples() {
        return examples;
    }

    /** What works but is hardly meant, in the order of the file. */
    public List<Problem> warnings() {
        return warnings;
    }

    /** The name by which the file was asked for. */
    public String name() {
        return source.file();
    }

    /** The numbers in it that can be learned, in the order of the file; those of tables yet to be learned are not there. */
    public List<NumberPlace> numberPlaces() {
        return List.copyOf(places().numbers().keySet());
    }

    /** What tells a number from the others of its rule: the value as it is written, or the tests of the tier; else empty. */
    public String label(NumberPlace place) {
        return places().labels().getOrDefault(place, "");
    }

    private synchronized NumberPlaces places() {
        if (places == null) {
            places = NumberPlaces.of(root);
        }
        return places;
    }

    /**
     * Its text with other numbers, and with tables in the place of {@code learn}. Everything else, comments, layout and line
     * ends included, is the same to the last character; a number that stays the same keeps its spelling.
     *
     * @throws IllegalArgumentException for a place or a rule that is not in this file
     * @throws IllegalStateException when the new text, read again, does not say what it is meant to: a defect
     */
    public String revised(Revision revision) {
        String mark = text.startsWith(MARK) ? MARK : "";
        return mark + Rewriting.of(source.text(), root, revision);
    }

    /** A problem of this file, with the line it stands in. */
    public Problem problem(Location at, String message) {
        return source.problem(at, message);
    }

    private static String decode(String name, byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException invalid) {
            throw new RulesException(List.of(invalidByte(name, bytes)), invalid);
        }
    }

    private static Problem invalidByte(String name, byte[] bytes) {
        int valid = validLength(bytes);
        SourceText before = SourceText.of(name, new String(bytes, 0, valid, StandardCharsets.UTF_8));
        int line = before.lines().size();
        String start = before.line(line);
        Location at = before.at(line, start.codePointCount(0, start.length()) + 1);
        String whole =
                SourceText.of(name, new String(bytes, StandardCharsets.UTF_8)).line(line);
        return new Problem(
                at,
                "the byte 0x%02X is not UTF-8; save the file as UTF-8 in your editor".formatted(bytes[valid] & 0xFF),
                whole);
    }

    /** How many bytes can be decoded before the first that cannot. */
    private static int validLength(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .decode(in, CharBuffer.allocate(bytes.length), true);
        return in.position();
    }

    private static RulesException unreadable(String name, String message, IOException cause) {
        return new RulesException(List.of(atStart(name, message)), cause);
    }

    private static Problem atStart(String name, String message) {
        return new Problem(new Location(name, 1, 1), message, "");
    }
}
