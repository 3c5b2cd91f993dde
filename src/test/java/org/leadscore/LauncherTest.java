package org.leadscore;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Runs the launcher in a checkout of its own, with scripts in the place of Java and Maven. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a shell script")
@DisplayNameGeneration(ReplaceUnderscores.class)
class LauncherTest {

    private static final Instant BUILT = Instant.parse("2026-11-01T00:00:00Z");

    @TempDir
    private Path temp;

    private final Map<String, String> environment = new LinkedHashMap<>();
    private Path checkout;
    private Path jar;
    private Path jdk;

    @BeforeEach
    void lay_out_a_checkout() throws IOException {
        Path home = temp.toRealPath();
        checkout = home.resolve("check out");
        for (String directory : List.of("scripts/options", "src/main", "target")) {
            Files.createDirectories(checkout.resolve(directory));
        }
        for (String script : List.of("leadscore", "build-once", "archive-classes")) {
            Path copy = Files.copy(
                    Path.of("scripts", script), checkout.resolve("scripts").resolve(script));
            Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        try (Stream<Path> options = Files.list(Path.of("scripts/options"))) {
            for (Path file : options.toList()) {
                Files.copy(file, checkout.resolve("scripts/options").resolve(file.getFileName()));
            }
        }
        jar = Files.writeString(checkout.resolve("target/leadscore-all.jar"), "PK\5\6" + "\0".repeat(18));
        Files.writeString(checkout.resolve("target/leadscore.classes"), "");
        Files.writeString(checkout.resolve("pom.xml"), "");
        jdk = home.resolve("jdk");
        script(
                jdk.resolve("bin/java"),
                "case \"$*\" in *--list-modules*) echo jdk.compiler@17 ;; *--dry-run*) ;; *) echo ran in ${LC_ALL-};; esac");
        Files.writeString(jdk.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"17.0.15\"\n");
        environment.put("JAVA_HOME", jdk.toString());
        environment.put("LC_ALL", "C");
        script(home.resolve("tools/mvn"), "echo '[ERROR] no way to Central'; exit 1");
        environment.put("PATH", home.resolve("tools") + ":" + System.getenv("PATH"));
        built(BUILT.plusSeconds(60));
    }

    @Test
    void a_locale_without_letters_beyond_ascii_is_no_hindrance() throws IOException, InterruptedException {
        assertThat(run()).isEqualTo("ran in C.UTF-8\nexit 0");

        environment.put("LC_ALL", "xx_YY.UTF-8"); // is installed nowhere
        assertThat(run()).isEqualTo("ran in C.UTF-8\nexit 0");
    }

    @Test
    void where_maven_has_no_way_to_build_the_old_program_runs() throws IOException, InterruptedException {
        built(BUILT.minusSeconds(60));

        assertThat(run())
                .isEqualTo("leadscore: building, which takes a minute the first time\n[ERROR] no way to Central\n"
                        + "leadscore: the sources are newer than what was built, and Maven cannot build them (all that it"
                        + " said is in " + checkout
                        + "/target/leadscore-build.log); running what was built before\nran in C.UTF-8\nexit 0");
    }

    @Test
    void the_first_build_ends_with_what_to_try_next() throws IOException, InterruptedException {
        Files.delete(jar);
        script(temp.toRealPath().resolve("tools/mvn"), "printf 'PK\\005\\006%18s' '' > target/leadscore-all.jar");

        assertThat(run())
                .startsWith("leadscore: building, which takes a minute the first time\n")
                .endsWith("leadscore: built\nleadscore: to try next: " + checkout
                        + "/scripts/leadscore score, then explain LEAD with a lead"
                        + " that it shows, and help\nran in C.UTF-8\nexit 0");
    }

    @Test
    void what_does_not_compile_is_not_run_as_it_was_before() throws IOException, InterruptedException {
        built(BUILT.minusSeconds(60));
        script(temp.toRealPath().resolve("tools/mvn"), "echo '[ERROR] COMPILATION ERROR : '; exit 1");

        assertThat(run()).contains("leadscore: the build failed;").endsWith("exit 70");
    }

    @Test
    void where_java_has_no_compiler_the_old_program_runs() throws IOException, InterruptedException {
        built(BUILT.minusSeconds(60));
        script(jdk.resolve("bin/java"), "case $1 in --list-modules) echo java.base@17 ;; *) echo ran; exit 3 ;; esac");

        assertThat(run())
                .isEqualTo("leadscore: the sources are newer than what was built, and " + jdk
                        + "/bin/java is a JRE, which has no compiler, and no JDK, 17 or newer; running what was built"
                        + " before\nran\nexit 3");
    }

    @Test
    void where_nothing_can_be_written_the_old_program_runs() throws IOException, InterruptedException {
        built(BUILT.minusSeconds(60));
        Files.createDirectory(
                checkout.resolve("target/leadscore-build.lock")); // of this, root could write anything else

        assertThat(run())
                .isEqualTo("leadscore: the sources are newer than what was built, and you may not write into "
                        + checkout + "/target, or it is full; running what was built before\nran in C.UTF-8\nexit 0");
    }

    @Test
    void where_nothing_can_be_written_and_nothing_was_built_the_code_is_70() throws IOException, InterruptedException {
        Files.delete(jar);
        Files.createDirectory(checkout.resolve("target/leadscore-build.lock"));

        assertThat(run())
                .isEqualTo("leadscore: not built yet, and you may not write into " + checkout
                        + "/target, or it is full\nexit 70");
    }

    @Test
    void a_java_that_is_too_old_is_told_from_the_program() throws IOException, InterruptedException {
        Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"1.8.0_392\"\n");

        assertThat(run())
                .isEqualTo("leadscore: " + jdk
                        + "/bin/java is Java 1.8.0_392, which is too old; install a JDK, 17 or newer, or set JAVA_HOME\n"
                        + "exit 70");
    }

    @Test
    void a_java_of_unknown_version_that_does_not_start_is_told_from_the_program()
            throws IOException, InterruptedException {
        Files.delete(jdk.resolve("release"));
        script(jdk.resolve("bin/java"), "echo set a version first >&2; exit 1");

        assertThat(run())
                .isEqualTo("set a version first\nleadscore: " + jdk
                        + "/bin/java cannot be started; its words are above\nexit 70");
    }

    @Test
    void options_that_java_does_not_take_are_told_from_the_program() throws IOException, InterruptedException {
        environment.put("LEADSCORE_JAVA_OPTS", "-Xmx1k");
        script(jdk.resolve("bin/java"), "echo Too small >&2; exit 1");

        assertThat(run())
                .isEqualTo("Too small\nleadscore: " + jdk
                        + "/bin/java cannot be started with LEADSCORE_JAVA_OPTS=-Xmx1k; its words are above\nexit 70");
    }

    @Test
    void a_java_that_is_none_is_told_from_the_program() throws IOException, InterruptedException {
        Path java = jdk.resolve("bin/java");
        Files.write(java, new byte[] {0x7f, 'E', 'L', 'F', 0, 0});
        assertThat(run()).endsWith("exit 70");

        Files.write(java, new byte[0]);
        assertThat(run()).startsWith("leadscore: there is no " + java).endsWith("exit 70");

        Files.delete(java);
        assertThat(run()).startsWith("leadscore: there is no " + java).endsWith("exit 70");
    }

    @Test
    void an_installation_that_lacks_a_file_says_so() throws IOException, InterruptedException {
        Path lib = Files.createDirectory(checkout.resolve("lib"));
        Files.move(jar, lib.resolve("leadscore.jar"), StandardCopyOption.ATOMIC_MOVE);

        assertThat(run())
                .isEqualTo("leadscore: " + lib + "/every.args is not there, or empty, or you may not read it\nexit 70");
    }

    @Test
    void a_jar_that_was_cut_is_told_from_the_program() throws IOException, InterruptedException {
        Files.writeString(jar, "PK\3\4 and no more of it than this");
        built(BUILT.plusSeconds(60));

        assertThat(run())
                .isEqualTo(
                        "leadscore: " + jar
                                + " is damaged, perhaps it was cut; put it there again, or delete it in a checkout, and it is built anew\nexit 70");
    }

    /** Makes the jar newer or older than the sources. */
    private void built(Instant time) throws IOException {
        for (String source : List.of("pom.xml", "src/main")) {
            Files.setLastModifiedTime(checkout.resolve(source), FileTime.from(BUILT));
        }
        Files.setLastModifiedTime(jar, FileTime.from(time));
        Files.setLastModifiedTime(checkout.resolve("target/leadscore.classes"), FileTime.from(time));
    }

    private String run() throws IOException, InterruptedException {
        ProcessBuilder launcher =
                new ProcessBuilder(checkout.resolve("scripts/leadscore").toString(), "check").redirectErrorStream(true);
        launcher.environment().keySet().removeIf(name -> name.startsWith("LC_") || name.matches(".*JAVA.*|LANG"));
        launcher.environment().putAll(environment);
        Process process = launcher.start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        return said + "exit " + process.waitFor();
    }

    private static void script(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + text + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
