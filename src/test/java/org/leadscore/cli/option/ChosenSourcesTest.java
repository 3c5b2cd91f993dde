package org.leadscore.cli.option;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.leadscore.cli.run.ShownWriter;
import org.leadscore.cli.run.Surroundings;
import org.leadscore.cli.run.Terminal;
import org.leadscore.problem.UsageException;
import org.leadscore.rules.RuleSet;
import org.leadscore.rules.file.RuleFile;
import org.leadscore.rules.source.LeadKey;
import org.leadscore.rules.source.Sources;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ChosenSourcesTest {

    private static final Surroundings HERE = new Surroundings(
            InputStream.nullInputStream(),
            OutputStream.nullOutputStream(),
            ShownWriter.ofMessages(new StringWriter(), Terminal.NONE),
            new StringWriter(),
            Clock.systemUTC(),
            Path.of("work"),
            Terminal.NONE,
            1 << 30);

    @Test
    void nothing_chosen_leaves_the_rules_as_they_are() {
        RuleSet rules = rules("web");

        assertThat(new ChosenSources(null, List.of()).over(rules, "rules.yaml", HERE))
                .isEqualTo(rules);
    }

    @Test
    void rules_without_sources_take_bare_files_with_the_usual_columns() {
        Sources sources = over(rules(), "crm.csv", "a.csv", "b.csv");

        assertThat(sources.contacts().files().patterns()).containsExactly("work/crm.csv");
        assertThat(sources.contacts().files().fromCommandLine()).isTrue();
        assertThat(sources.events()).hasSize(1);
        assertThat(sources.events().get(0).name()).isEqualTo("events");
        assertThat(sources.events().get(0).files().patterns()).containsExactly("work/a.csv", "work/b.csv");
        assertThat(sources.events().get(0).time().columns().fields().get(0).name())
                .isEqualTo("timestamp");
    }

    @Test
    void a_bare_file_is_for_the_only_log() {
        assertThat(patterns(over(rules("web"), null, "a.csv", "-"))).containsExactly(List.of("work/a.csv", "-"));
    }

    @Test
    void a_name_says_which_log_is_meant_and_the_others_keep_their_files() {
        assertThat(patterns(over(rules("web", "mail"), null, "Mail=a.csv", "mail=b.csv")))
                .containsExactly(List.of("web-*.csv"), List.of("work/a.csv", "work/b.csv"));
    }

    @Test
    void a_name_that_no_log_has_is_refused_with_the_one_that_was_meant() {
        assertThatThrownBy(() -> over(rules("web", "newsletter"), null, "newsleter=a.csv"))
                .isInstanceOf(UsageException.class)
                .hasMessage("--events newsleter=a.csv: the rule file has no log 'newsleter';"
                        + " did you mean 'newsletter'?");
    }

    @Test
    void a_bare_file_is_refused_where_there_are_several_logs() {
        assertThatThrownBy(() -> over(rules("web", "mail"), null, "a.csv"))
                .isInstanceOf(UsageException.class)
                .hasMessage(
                        "--events a.csv: the rule file has several logs, say which one:" + " web=a.csv and mail=a.csv");
    }

    @Test
    void a_contact_list_that_the_rule_file_does_not_know_compares_ids_as_the_logs_do() {
        RuleSet rules = RuleFile.parse(
                        "rules.yaml", "sources: {events: {path: a.csv, lead: {column: id, case: exact}}}")
                .rules();

        assertThat(over(rules, "crm.csv").contacts().lead())
                .isInstanceOfSatisfying(
                        LeadKey.Named.class, lead -> assertThat(lead.exact()).isTrue());
    }

    @Test
    void standard_input_is_read_once() {
        assertThatThrownBy(() -> new ChosenSources("-", List.of("web=-")))
                .isInstanceOf(UsageException.class)
                .hasMessage("standard input can be read once only: give '-' to one source");
    }

    private static Sources over(RuleSet rules, @Nullable String contacts, String... events) {
        return new ChosenSources(contacts, List.of(events))
                .over(rules, "rules.yaml", HERE)
                .sources();
    }

    private static List<List<String>> patterns(Sources sources) {
        return sources.events().stream().map(log -> log.files().patterns()).toList();
    }

    private static RuleSet rules(String... logs) {
        String sources = logs.length == 0
                ? ""
                : Stream.of(logs)
                        .map("{name: %1$s, path: '%1$s-*.csv'}"::formatted)
                        .collect(joining(", ", "sources: {events: [", "]}"));
        return RuleFile.parse("rules.yaml", "version: 1\n" + sources).rules();
    }
}
