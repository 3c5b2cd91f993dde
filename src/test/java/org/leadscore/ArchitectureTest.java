package org.leadscore;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds the drawing of packages in ARCHITECTURE.md to the imports of the code, arrow by arrow in both directions, and each
 * library to its home.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ArchitectureTest {

    private static final String ROOT = "org.leadscore";

    /** Package by package, the libraries that only it and its sub-packages may use. */
    private static final Map<String, Set<String>> HOMES = Map.ofEntries(
            Map.entry("picocli..", Set.of("cli")),
            Map.entry("de.siegmar.fastcsv..", Set.of("ingest")),
            Map.entry("org.apache.commons.csv..", Set.of("report")),
            Map.entry("com.fasterxml.jackson..", Set.of("rules", "report", "history")),
            Map.entry("org.apache.commons.math3..", Set.of("calibrate")),
            Map.entry("tech.tablesaw..", Set.of("calibrate.table")),
            Map.entry("org.yaml.snakeyaml..", Set.of("rules.yaml")),
            Map.entry("com.google.re2j..", Set.of("rules")),
            Map.entry("org.apache.spark..", Set.of("engine.spark")),
            Map.entry("org.apache.hadoop..", Set.of("engine.spark")),
            Map.entry("gg.jte..", Set.of("page")));

    /** A line of the drawing: its depth by the lines of the tree, the package's last name, and its arrows. */
    private static final Pattern DRAWN = Pattern.compile("(?m)^((?:[│ ]   )*)[├└]── ([a-z]+)/ [^→\\n]*(?:→ ?(.*))?$");

    private static final Pattern IMPORT =
            Pattern.compile("(?m)^import (?:static )?(" + ROOT + "(?:\\.[a-z]+)*)\\.([A-Z]\\w*)[\\w.]*;$");

    private static final Pattern NAMED_IN_FULL = Pattern.compile("\\borg\\.leadscore\\.[\\w.]*[A-Z]");

    private static final Pattern PUBLIC_TYPE = Pattern.compile(
            "(?m)^public (?:(?:abstract|final|sealed|non-sealed) )*(?:class|record|interface|enum) (\\w+)");

    private static final JavaClasses CODE =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages(ROOT);

    /** A source file: its package below the root, {@code ""} for the root itself, and its text. */
    private record Source(String home, Path path, String text) {

        /** The imports of our own types, as matches of {@link #IMPORT}. */
        List<MatchResult> imports() {
            return IMPORT.matcher(text).results().toList();
        }

        @Override
        public String toString() {
            return path.toString();
        }
    }

    @Test
    void the_drawing_has_the_arrows_of_the_imports_and_no_others() throws IOException {
        Map<String, Set<String>> used = new TreeMap<>();
        for (Source source : sources()) {
            if (!source.home().isEmpty()) {
                used.computeIfAbsent(top(source.home()), any -> new TreeSet<>());
                Set<String> arrows = used.computeIfAbsent(source.home(), any -> new TreeSet<>());
                source.imports().forEach(one -> arrows.add(arrow(source.home(), below(one.group(1)))));
                arrows.remove("");
            }
        }

        assertThat(lines(drawn())).isEqualTo(lines(used));
    }

    @Test
    void no_package_uses_one_that_uses_it() throws IOException {
        Map<String, Set<String>> uses = new TreeMap<>();
        for (Source source : sources()) {
            Set<String> others = uses.computeIfAbsent(source.home(), any -> new TreeSet<>());
            source.imports().forEach(one -> others.add(below(one.group(1))));
            others.remove(source.home());
        }

        assertThat(uses.keySet())
                .filteredOn(home -> reached(home, uses).contains(home))
                .isEmpty();
    }

    @Test
    void types_of_ours_are_named_by_imports_alone() throws IOException {
        List<String> named = new ArrayList<>();
        for (Source source : sources()) {
            if (NAMED_IN_FULL.matcher(code(source.text())).find()) {
                named.add(source.path().toString());
            }
        }

        assertThat(named).isEmpty();
    }

    @Test
    void a_type_is_public_only_where_another_package_uses_it() throws IOException {
        Set<String> used = sources().stream()
                .flatMap(source -> source.imports().stream())
                .map(one -> one.group(1) + "." + one.group(2))
                .collect(Collectors.toSet());
        used.addAll(usedByTemplates());
        for (JavaClass type : CODE) { // types that an expression has without naming them
            type.getDirectDependenciesFromSelf().stream()
                    .map(Dependency::getTargetClass)
                    .filter(target -> !target.getPackageName().equals(type.getPackageName()))
                    .forEach(target -> used.add(target.getName().replaceFirst("\\$.*", "")));
        }
        List<String> idle = new ArrayList<>();
        for (Source source : sources()) {
            Matcher type = PUBLIC_TYPE.matcher(source.text());
            if (type.find() && !used.contains(full(source.home()) + "." + type.group(1))) {
                idle.add(full(source.home()) + "." + type.group(1));
            }
        }

        assertThat(idle)
                .containsExactlyInAnyOrder(
                        "org.leadscore.Main", "org.leadscore.JavaOptions", "org.leadscore.engine.spark.SparkClusters");
    }

    /** The types that the templates of pages import, from which the build makes Java outside our packages. */
    private static Set<String> usedByTemplates() throws IOException {
        Set<String> used = new TreeSet<>();
        try (Stream<Path> templates = Files.walk(Path.of("src", "main", "jte"))) {
            for (Path template : templates.filter(Files::isRegularFile).toList()) {
                Matcher imported = Pattern.compile("(?m)^@import (?:static )?(org\\.leadscore[a-z.]*\\.[A-Z]\\w*)")
                        .matcher(Files.readString(template));
                while (imported.find()) {
                    used.add(imported.group(1));
                }
            }
        }
        return used;
    }

    @Test
    void a_package_has_thirty_files_at_most_and_says_what_it_is_about() throws IOException {
        Map<String, List<Source>> packages = sources().stream().collect(groupingBy(Source::home));

        assertThat(packages).allSatisfy((home, files) -> {
            assertThat(files).as(home).hasSizeLessThanOrEqualTo(30);
            assertThat(files).as(home).anyMatch(file -> file.path().endsWith("package-info.java"));
        });
    }

    @ParameterizedTest
    @MethodSource("libraries")
    void is_used_only_where_it_is_at_home(String library) {
        String[] homes = HOMES.getOrDefault(library, Set.of()).stream()
                .map(home -> ROOT + "." + home + "..")
                .toArray(String[]::new);

        noClasses()
                .that(not(resideInAnyPackage(homes)))
                .should()
                .dependOnClassesThat(resideInAPackage(library))
                .check(CODE);
    }

    @Test
    void only_main_ends_the_program() {
        noClasses()
                .that(not(equivalentTo(Main.class)))
                .should()
                .callMethod(System.class, "exit", int.class)
                .check(CODE);
    }

    /** The arrows that are drawn, by package. */
    private static Map<String, Set<String>> drawn() throws IOException {
        Map<String, Set<String>> drawn = new TreeMap<>();
        Deque<String> path = new ArrayDeque<>();
        Matcher line = DRAWN.matcher(Files.readString(Path.of("ARCHITECTURE.md")));
        while (line.find()) {
            while (path.size() > line.group(1).length() / 4) {
                path.removeLast();
            }
            path.addLast(line.group(2));
            String arrows = line.group(3) == null ? "" : line.group(3).strip();
            drawn.put(
                    String.join(".", path),
                    arrows.isEmpty() ? Set.of() : new TreeSet<>(List.of(arrows.split(" ", -1))));
        }
        return drawn;
    }

    /**
     * An arrow as the drawing writes it: {@code .name} for a sub-package of the same package, {@code .} for that package itself,
     * {@code name} for another one with all that is in it, and nothing from a package to itself.
     */
    private static String arrow(String from, String to) {
        if (from.equals(to)) {
            return "";
        }
        String top = top(to);
        return top(from).equals(top) ? "." + to.substring(top.length()).replaceFirst("^\\.", "") : top;
    }

    private static String top(String home) {
        return home.split("\\.", -1)[0];
    }

    private static Set<String> reached(String home, Map<String, Set<String>> uses) {
        Set<String> reached = new TreeSet<>();
        Deque<String> next = new ArrayDeque<>(uses.getOrDefault(home, Set.of()));
        while (!next.isEmpty()) {
            String one = next.removeFirst();
            if (reached.add(one)) {
                next.addAll(uses.getOrDefault(one, Set.of()));
            }
        }
        return reached;
    }

    /** One line a package, so that a failure shows the lines that differ. */
    private static String lines(Map<String, ? extends Collection<String>> arrows) {
        return arrows.entrySet().stream()
                .map(one -> one.getKey() + " → " + String.join(" ", new TreeSet<>(one.getValue())))
                .collect(Collectors.joining("\n"));
    }

    private static List<Source> sources() throws IOException {
        List<Source> all = new ArrayList<>();
        for (String root : List.of("src/main/java", "src/spark/java")) {
            try (Stream<Path> files = Files.walk(Path.of(root))) {
                for (Path file : files.filter(file -> file.toString().endsWith(".java"))
                        .sorted()
                        .collect(toCollection(ArrayList::new))) {
                    String directory =
                            Path.of(root).relativize(file.getParent()).toString();
                    all.add(new Source(
                            below(directory.replace('/', '.').replace('\\', '.')), file, Files.readString(file)));
                }
            }
        }
        return all;
    }

    private static String below(String name) {
        return name.substring(ROOT.length()).replaceFirst("^\\.", "");
    }

    private static String full(String home) {
        return home.isEmpty() ? ROOT : ROOT + "." + home;
    }

    /** The text without package, imports, comments and strings. */
    private static String code(String text) {
        return text.replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("(?m)^(?:package|import) .*$|//.*$|\"[^\"\\n]*\"", "");
    }

    private static Stream<String> libraries() {
        return HOMES.keySet().stream().sorted();
    }
}
