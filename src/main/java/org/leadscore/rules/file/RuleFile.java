package org.leadscore.rules.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadscore.problem.FileState;
import org.leadscore.problem.InputException;
import org.leadscore.problem.Location;
import org.leadscore.problem.Problem;
import org.leadscore.problem.RulesException;
import org.leadscore.rules.Example;
import org.leadscore.rules.RuleSet;
import org.leadscore.rules.rewrite.ColumnRule;
import org.leadscore.rules.rewrite.NumberPlace;
import org.leadscore.rules.rewrite.NumberPlaces;
import org.leadscore.rules.rewrite.Revision;
import org.leadscore.rules.rewrite.Rewriting;
import org.leadscore.rules.rewrite.Spreading;

/** A rule file that has been read and found without problems, with its text at hand for later messages about it. Immutable. */
public final class RuleFile {

    private static final String MARK = "\uFEFF";

    private final Inspection read;

    /** The numbers that can be learned; null until somebody asks, which few do. */
    private @Nullable NumberPlaces places;

    private RuleFile(Inspection read) {
        this.read = read;
    }

    /**
     * Reads a file in UTF-8.
     *
     * @throws RulesException with every problem there is, a file that cannot be read included
     */
    public static RuleFile read(Path path) {
        return of(Inspection.of(path));
    }

    /**
     * Reads rules from text.
     *
     * @param name what messages call the file
     * @throws RulesException with every problem there is
     */
    public static RuleFile parse(String name, String text) {
        return of(Inspection.of(name, text));
    }

    private static RuleFile of(Inspection read) {
        if (!read.problems().isEmpty()) {
            throw new RulesException(read.problems());
        }
        return new RuleFile(read);
    }

    /** The whole text, as it was read. */
    public String text() {
        return read.text();
    }

    /**
     * Refuses to replace a file that somebody has edited since it was read.
     *
     * @throws InputException when its text is another one, or is no longer there
     */
    public void requireUnchanged(Path path) {
        byte[] now;
        try {
            now = Files.readAllBytes(path);
        } catch (IOException gone) {
            throw FileState.changed(name(), "it can no longer be read");
        }
        if (!Arrays.equals(now, text().getBytes(StandardCharsets.UTF_8))) {
            throw FileState.changed(name(), "its text is another one now");
        }
    }

    /** The rules, which can be run. */
    public RuleSet rules() {
        return read.rules();
    }

    /** The examples under {@code tests}, in the order of the file. */
    public List<Example> examples() {
        return read.examples();
    }

    /** The warnings, about what works but is hardly meant, in the order of the file. */
    public List<Problem> warnings() {
        return read.warnings();
    }

    /** The name by which the file was asked for. */
    public String name() {
        return read.source().file();
    }

    /**
     * The places of numbers that can be learned, in the order of the file, without those of tables yet to be learned.
     */
    public List<NumberPlace> numberPlaces() {
        return List.copyOf(places().numbers().keySet());
    }

    /** True when the file has the key at its top. */
    public boolean has(String key) {
        return read.root().entries().containsKey(key);
    }

    /**
     * The label that tells a number from the others of its rule: the value as it is written, or the tests of the tier;
     * else empty.
     */
    public String label(NumberPlace place) {
        return places().labels().getOrDefault(place, "");
    }

    private synchronized NumberPlaces places() {
        if (places == null) {
            places = NumberPlaces.of(read.root());
        }
        return places;
    }

    /**
     * The text of the file with other numbers, and with tables in place of {@code learn}. Everything else, comments,
     * layout and line ends included, is the same to the last character; a number that stays the same keeps its
     * spelling.
     *
     * @throws IllegalArgumentException for a place or a rule that is not in this file
     * @throws IllegalStateException when the new text, read again, does not say what it is meant to: a defect
     */
    public String revised(Revision revision) {
        String mark = text().startsWith(MARK) ? MARK : "";
        return mark + Rewriting.of(read.source().text(), read.root(), revision);
    }

    /**
     * The same file with rules in place of {@code learn: all}. Everything else, comments and layout included, is the same to
     * the last character.
     *
     * @param rules at least one
     * @throws IllegalArgumentException when the file has no {@code learn: all}
     * @throws IllegalStateException when the new text, read again, does not have those rules: a defect
     */
    public RuleFile spread(List<ColumnRule> rules) {
        String mark = text().startsWith(MARK) ? MARK : "";
        String spread = mark + Spreading.of(read.source().text(), read.root(), rules);
        try {
            RuleFile file = parse(name(), spread);
            if (file.rules().explicit().size() == rules().explicit().size() + rules.size()) {
                return file;
            }
        } catch (RulesException ours) {
            throw new IllegalStateException("the rules for learn: all cannot be read: " + ours.getMessage(), ours);
        }
        throw new IllegalStateException("the rules for learn: all are not among those that were read again");
    }

    /** Makes a problem of this file, with the line it stands in. */
    public Problem problem(Location at, String message) {
        return read.source().problem(at, message);
    }
}
