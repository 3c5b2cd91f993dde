package org.leadscore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leadscore.cli.run.Terminal;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HeldInMemoryTest {

    @TempDir
    private Path temp;

    @Test
    void who_objected_has_to_leave_half_of_the_memory_for_the_rest() throws IOException {
        Files.writeString(temp.resolve("rules.yaml"), """
                sources: {contacts: {path: contacts.csv}}
                suppress: {path: objections.csv, lead: email}
                explicit: [{name: Boss, when: {title: CEO}, points: 5}]
                """);
        Files.writeString(temp.resolve("contacts.csv"), "email,title\nana@bank.es,CEO\n");
        Files.writeString(
                temp.resolve("objections.csv"),
                IntStream.range(0, 10_000)
                        .mapToObj(i -> "%04d@bank.es\n".formatted(i))
                        .collect(Collectors.joining("", "email\n", "")));
        StringWriter err = new StringWriter();

        int exit = LeadScore.run(
                new String[] {"score"},
                InputStream.nullInputStream(),
                OutputStream.nullOutputStream(),
                err,
                Clock.systemUTC(),
                temp,
                Terminal.NONE,
                6 << 20);

        assertThat(err.toString().lines().findFirst())
                .hasValue("6 MiB for Java on this machine: the list of who objected is held in memory, and takes about"
                        + " 3.4 MiB of it; --memory 256m would do");
        assertThat(exit).isEqualTo(2);
    }
}
