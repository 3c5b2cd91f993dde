package org.leadscore.rules.file;

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
import java.util.stream.Stream;
import org.leadscore.problem.FileState;
import org.leadscore.problem.InputException;
import org.leadscore.problem.Location;
import org.leadscore.problem.PathEncoding;
import org.leadscore.problem.Problem;
import org.leadscore.problem.RulesException;
import org.leadscore.problem.Trouble;
import org.leadscore.rules.Example;
import org.leadscore.rules.RuleSet;
import org.leadscore.rules.read.AskedColumns;
import org.leadscore.rules.read.ExamplesReader;
import org.leadscore.rules.read.RuleSetReader;
import org.leadscore.rules.source.LookupSource;
import org.leadscore.rules.yaml.Findings;
import org.leadscore.rules.yaml.SourceText;
import org.leadscore.rules.yaml.YamlReader;
import org.leadscore.rules.yaml.YamlTree.Entry;
import org.leadscore.rules.yaml.YamlTree.Mapping;

/** A rule file that has been read, with problems or without. Immutable. */
public final class Inspection {

    private static final long MAX_BYTES = 4_000_000;

    private final String text;
    private final SourceText source;
    private final Mapping root;
    private final RuleSetReader.Outcome outcome;
    private final List<Example> examples;
    private final List<Problem> problems;
    private final List<Problem> warnings;

    private Inspection(
            String text,
            SourceText source,
            Mapping root,
            RuleSetReader.Outcome outcome,
            List<Example> examples,
            Findings findings) {
        this.text = text;
        this.source = source;
        this.root = root;
        this.outcome = outcome;
        this.examples = List.copyOf(examples);
        this.problems = findings.problems();
        this.warnings = findings.warnings();
    }

    /**
     * Reads a file in UTF-8.
     *
     * @throws RulesException when no part of it can be read, or it cannot be read at all
     * @throws InputException when it is changed while it is read
     */
    public static Inspection of(Path path) {
        String name = path.toString();
        try {
            if (Files.isRegularFile(path) && Files.size(path) > MAX_BYTES) {
                throw new RulesException(List.of(atStart(name, YamlReader.TOO_LARGE)));
            }
            return of(name, decode(name, steady(path, Files::readAllBytes)));
        } catch (NoSuchFileException missing) {
            throw unreadable(
                    name,
                    "there is no such rule file"
                            + PathEncoding.elsewhere(path)
                                    .orElse(
                                            "; go to its directory, give the path to it, or let 'leadscore init' write one of your exports"),
                    missing);
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

    /** Reads the bytes of a file. */
    @FunctionalInterface
    interface Bytes {
        byte[] of(Path path) throws IOException;
    }

    /**
     * Reads a file that stays the same meanwhile.
     *
     * @throws InputException when it does not
     */
    static byte[] steady(Path path, Bytes bytes) throws IOException {
        FileState opened = FileState.of(path);
        byte[] read = bytes.of(path);
        if (opened != null && !opened.withSize(read.length).equals(FileState.of(path))) {
            throw FileState.changed(path.toString(), "it was written or replaced meanwhile");
        }
        return read;
    }

    /**
     * Reads a text, which messages call by that name.
     *
     * @throws RulesException when no part of it can be read
     */
    static Inspection of(String name, String text) {
        SourceText source = SourceText.of(name, text);
        Findings findings = new Findings(source);
        Mapping root = YamlReader.read(source, findings);
        if (root == null) {
            throw new RulesException(findings.problems());
        }
        RuleSetReader.Outcome outcome = RuleSetReader.read(root, findings);
        Entry tests = root.entries().get(RuleSetReader.TESTS);
        List<Example> examples = new ExamplesReader(findings, outcome.rules(), outcome.unreadable(), ColumnCheck::asked)
                .read(tests == null ? null : tests.value());
        warnOfUnusedLookups(outcome.rules(), findings);
        return new Inspection(text, source, root, outcome, examples, findings);
    }

    /** Warns of lookups of whose columns nothing is asked. */
    private static void warnOfUnusedLookups(RuleSet rules, Findings findings) {
        if (rules.sources().lookups().isEmpty()) {
            return;
        }
        AskedColumns asked = ColumnCheck.asked(rules);
        for (LookupSource lookup : rules.sources().lookups()) {
            if (asked.ofContacts().stream().noneMatch(lookup::has)) {
                findings.warning(
                        lookup.files().at(),
                        "nothing asks for a column of the lookup '" + lookup.name() + "', such as "
                                + lookup.inRules(lookup.key().name()));
            }
        }
    }

    /** The problems that make the file unusable, in the order of the file. */
    public List<Problem> problems() {
        return problems;
    }

    /**
     * The warnings, about what works but is hardly meant, in the order of the file. In a file with problems, they may
     * come from those.
     */
    public List<Problem> warnings() {
        return warnings;
    }

    /** True when there are no problems in the keys that say where the data is. */
    public boolean areSourcesSound() {
        return outcome.areSourcesSound();
    }

    /** The rules as far as they could be read. Those of a file with problems are to be looked at, but not to be run. */
    public RuleSet rules() {
        return outcome.rules();
    }

    /** Makes a problem of this file, with the line it stands in. */
    public Problem problem(Location at, String message) {
        return source.problem(at, message);
    }

    /** The problems and warnings of others, with these, in the order of the file. */
    public static List<Problem> inOrder(List<Problem> some, List<Problem> others) {
        return Findings.inOrder(Stream.concat(some.stream(), others.stream()).toList());
    }

    String text() {
        return text;
    }

    SourceText source() {
        return source;
    }

    Mapping root() {
        return root;
    }

    List<Example> examples() {
        return examples;
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

    /** Number of bytes that can be decoded before the first that cannot. */
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
