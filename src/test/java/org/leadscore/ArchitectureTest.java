package org.leadscore;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Checks which package may use which, and in which one each library is used. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ArchitectureTest {

    private static final String ROOT = "org.leadscore";

    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            entry("problem", Set.of()),
            entry("lead", Set.of()),
            entry("kind", Set.of("lead")),
            entry("rules", Set.of("lead", "problem", "kind")),
            entry("score", Set.of("lead", "rules")),
            entry("segment", Set.of("lead", "rules", "score")),
            entry("ingest", Set.of("lead", "rules", "problem")),
            entry("draft", Set.of("lead", "rules", "ingest", "problem")),
            entry("spill", Set.of("lead", "problem")),
            entry("engine", Set.of("lead", "rules", "ingest", "spill", "score", "segment", "problem")),
            entry("calibrate", Set.of("lead", "rules", "ingest", "score", "engine", "problem")),
            entry("history", Set.of("lead", "rules", "ingest", "score", "engine", "calibrate", "problem")),
            entry("report", Set.of("lead", "rules", "ingest", "score", "segment", "engine", "problem")),
            entry(
                    "cli",
                    Set.of(
                            "lead",
                            "kind",
                            "rules",
                            "ingest",
                            "score",
                            "segment",
                            "engine",
                            "spill",
                            "calibrate",
                            "draft",
                            "history",
                            "report",
                            "problem")));

    private static final Map<String, Set<String>> HOMES = Map.of(
            "picocli..",
            Set.of("cli"),
            "de.siegmar.fastcsv..",
            Set.of("ingest"),
            "org.apache.commons.csv..",
            Set.of("report"),
            "com.fasterxml.jackson..",
            Set.of("rules", "report"),
            "org.apache.commons.math3..",
            Set.of("calibrate"),
            "tech.tablesaw..",
            Set.of("calibrate"),
            "org.yaml.snakeyaml..",
            Set.of("rules"),
            "com.google.re2j..",
            Set.of("rules"),
            "org.apache.spark..",
            Set.of("engine.spark"),
            "org.apache.hadoop..",
            Set.of("engine.spark"));

    /** A line of the picture: the package, and the packages that it may use. */
    private static final Pattern PACKAGE = Pattern.compile("(?m)^[├└]── ([a-z]+)/ .*  (?:may use )?(.+)$");

    private static final JavaClasses CODE =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages(ROOT);

    @ParameterizedTest
    @MethodSource("packages")
    void uses_only_what_the_table_allows(String name) {
        String[] allowed = Stream.concat(Stream.of(name), MAY_USE.getOrDefault(name, Set.of()).stream())
                .map(ArchitectureTest::within)
                .toArray(String[]::new);

        classes()
                .that(resideInAPackage(within(name)))
                .should()
                .onlyDependOnClassesThat(not(resideInAPackage(ROOT + "..")).or(resideInAnyPackage(allowed)))
                .check(CODE);
    }

    @ParameterizedTest
    @MethodSource("libraries")
    void is_used_only_where_it_is_at_home(String library) {
        String[] homes = HOMES.getOrDefault(library, Set.of()).stream()
                .map(ArchitectureTest::within)
                .toArray(String[]::new);

        noClasses()
                .that(not(resideInAnyPackage(homes)))
                .should()
                .dependOnClassesThat(resideInAPackage(library))
                .check(CODE);
    }

    @Test
    void every_package_is_in_the_table() {
        Set<String> found = CODE.stream()
                .map(type -> type.getPackageName().substring(ROOT.length()))
                .filter(rest -> !rest.isEmpty())
                .map(rest -> rest.split("\\.", -1)[1])
                .collect(Collectors.toSet());

        assertThat(found).isEqualTo(MAY_USE.keySet());
    }

    @Test
    void the_picture_in_the_docs_is_the_table() throws IOException {
        Map<String, Set<String>> drawn = PACKAGE.matcher(Files.readString(Path.of("ARCHITECTURE.md")))
                .results()
                .collect(Collectors.toMap(line -> line.group(1), line -> allowed(line.group(1), line.group(2))));

        assertThat(drawn).isEqualTo(MAY_USE);
    }

    @Test
    void only_main_ends_the_program() {
        noClasses()
                .that(not(equivalentTo(Main.class)))
                .should()
                .callMethod(System.class, "exit", int.class)
                .check(CODE);
    }

    private static Set<String> allowed(String name, String drawn) {
        return switch (drawn) {
            case "nothing" -> Set.of();
            case "everything below" ->
                MAY_USE.keySet().stream().filter(other -> !other.equals(name)).collect(Collectors.toSet());
            default -> Set.of(drawn.split(" ", -1));
        };
    }

    private static Stream<String> packages() {
        return MAY_USE.keySet().stream().sorted();
    }

    private static Stream<String> libraries() {
        return HOMES.keySet().stream().sorted();
    }

    private static String within(String name) {
        return ROOT + "." + name + "..";
    }
}
