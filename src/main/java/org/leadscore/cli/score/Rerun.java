package org.leadscore.cli.score;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leadscore.cli.run.InputsAndOutputs;
import org.leadscore.cli.run.ShownWriter;
import org.leadscore.cli.run.Surroundings;
import org.leadscore.cli.run.Terminal;
import org.leadscore.cli.run.Version;
import org.leadscore.problem.ExitCode;
import org.leadscore.problem.InputException;
import org.leadscore.problem.OutputException;
import org.leadscore.problem.Trouble;
import org.leadscore.problem.UsageException;
import org.leadscore.report.file.ReportList;
import org.leadscore.report.summary.Manifest;
import org.leadscore.report.summary.SetOfReports;
import org.leadscore.report.summary.SummaryValues;

/**
 * Does a run of {@code score} again, with the options and the time of its summary, into a directory that is deleted,
 * and tells which of its inputs and outputs are others now.
 */
final class Rerun {

    /** The findings: a sentence for each file that is another now, or one that all are the same. */
    record Findings(String text, ExitCode exitCode) {}

    private static final String LEDGER = "ledger";
    private static final String PREVIOUS = "previous";
    private static final String REPORTS = "reports";
    private static final int MOST_FIGURES = 3;
    private static final int AT_ONCE = 1 << 16;

    private final Surroundings surroundings;
    private final Map<String, List<String>> given;
    private final @Nullable String threads;
    private final List<String> problems = new ArrayList<>();

    /**
     * A run that is still to be done.
     *
     * @param given the options that name inputs in place of the recorded ones
     * @param threads as it was given; null for the usual number
     */
    Rerun(Surroundings surroundings, Map<String, List<String>> given, @Nullable String threads) {
        this.surroundings = surroundings;
        this.given = given;
        this.threads = threads;
    }

    /**
     * Scores again, and compares.
     *
     * @param summary the file, as the user names it
     * @param recorded what it says
     * @param set the files of the run as they are now
     * @throws org.leadscore.problem.LeadScoreException when the run cannot be done again
     */
    Findings run(Path summary, SummaryValues recorded, SetOfReports set) {
        Manifest manifest = recorded.manifest();
        try (TemporaryDirectory place = new TemporaryDirectory()) {
            Path reports = Files.createDirectory(place.path().resolve(REPORTS));
            Optional<Path> list = list(manifest, set);
            if (list.isPresent()) {
                ReportList.copy(list.get(), reports);
            }
            Map<String, List<String>> options = options(summary, manifest);
            boolean isPreviousKnown = putPrevious(options, manifest, set, place.path());
            putLedger(options, manifest, set, place.path());
            score(options, place.path(), recorded, isOfDirectory(manifest));
            SummaryValues again = SummaryValues.read(reports.resolve(ScoreRequest.SUMMARY));
            compareInputs(manifest.inputs(), again.manifest().inputs(), isPreviousKnown);
            compareOutputs(manifest, again.manifest(), set, list.isPresent());
            compareFigures(summary, recorded, again);
        } catch (IOException failure) {
            throw new OutputException("the run cannot be done again, " + Trouble.of(failure), failure);
        }
        return findings(summary, recorded, manifest);
    }

    private Findings findings(Path summary, SummaryValues recorded, Manifest manifest) {
        if (problems.isEmpty()) {
            long unknown = manifest.inputs().stream()
                    .filter(input -> input.checksum().isEmpty())
                    .count();
            String not = unknown == 0 ? "" : " (but " + unknown + " of them without a checksum, which is not compared)";
            return new Findings(
                    summary + ": the same bytes come out again, of the same inputs" + not + "\n", ExitCode.OK);
        }
        if (!recorded.version().equals(Version.text())) {
            problems.add(
                    "the files were written by leadscore " + recorded.version() + ", and this is " + Version.line());
        }
        return new Findings(String.join("\n", problems) + "\n", ExitCode.FOUND);
    }

    /** The recorded options, with the given ones in their place; without those that name records of earlier runs. */
    private Map<String, List<String>> options(Path summary, Manifest manifest) {
        Map<String, List<String>> options = new LinkedHashMap<>(manifest.options());
        options.forEach((name, values) -> {
            if (!RecordedOptions.isKept("--" + name)) {
                throw new InputException(summary + ": has the option " + name + ", which no run records");
            }
        });
        given.forEach((name, values) -> {
            if ((name.equals(LEDGER) || name.equals(PREVIOUS)) && !options.containsKey(name)) {
                throw new UsageException("--" + name + " " + values.get(0) + ": the run was without --" + name);
            }
            options.put(name, values);
        });
        return options;
    }

    /**
     * Names the earlier ranking that is compared with.
     *
     * @return whether it is to be the file that the run has read
     */
    private boolean putPrevious(
            Map<String, List<String>> options, Manifest manifest, SetOfReports set, Path temporary) {
        List<String> named = options.get(PREVIOUS);
        if (named == null || given.containsKey(PREVIOUS)) {
            return named != null;
        }
        if (inputs(manifest.inputs(), Manifest.Input.PREVIOUS).isEmpty()) { // there was none, as before the first run
            options.put(PREVIOUS, List.of(temporary.resolve("none.csv").toString()));
            return false;
        }
        Path file = surroundings.resolve(named.get(0));
        if (!Files.exists(file)) {
            throw new InputException(file + ": there is no such ranking to compare with; name it with --previous FILE");
        }
        Optional<Manifest.Output> replaced = outputs(manifest, Manifest.Output.LEADS)
                .filter(output -> InputsAndOutputs.isSame(set.path(output), file));
        if (replaced.isEmpty()) {
            return true;
        }
        boolean hasAll = !options.containsKey("top") && !options.containsKey("bucket");
        if (!hasAll
                || set.state(replaced.get()) != SetOfReports.State.WHOLE
                || list(manifest, set).isEmpty()) {
            throw new InputException(file + ": the run has replaced this ranking, with which it has compared its own;"
                    + " name it as it was before with --previous FILE");
        }
        return false; // the ranking that the run has left gives the same again, as its list says of which day it is
    }

    private void putLedger(Map<String, List<String>> options, Manifest manifest, SetOfReports set, Path temporary)
            throws IOException {
        if (!options.containsKey(LEDGER)) {
            return;
        }
        Path copy = temporary.resolve("ledger.csv");
        List<String> named = given.get(LEDGER);
        if (named != null) {
            copy(surroundings.resolve(named.get(0)), copy, Long.MAX_VALUE);
        } else if (!inputs(manifest.inputs(), Manifest.Input.LEDGER).isEmpty()) {
            Manifest.Output left = outputs(manifest, Manifest.Output.LEDGER).orElse(null);
            if (left == null || set.state(left) == SetOfReports.State.CHANGED) {
                throw new InputException((left == null ? "the ledger" : set.path(left))
                        + ": is not as the run has left it; name it as it was before the run with --ledger FILE");
            }
            copy(set.path(left), copy, left.size());
        }
        options.put(LEDGER, List.of(copy.toString()));
    }

    private static void copy(Path from, Path to, long most) throws IOException {
        try (InputStream in = Files.newInputStream(from);
                OutputStream out = Files.newOutputStream(to)) {
            long left = most;
            byte[] some;
            do {
                some = in.readNBytes((int) Math.min(AT_ONCE, left));
                out.write(some);
                left -= some.length;
            } while (some.length > 0);
        } catch (IOException failure) {
            throw new InputException(from + ": cannot be read, " + Trouble.of(failure), failure);
        }
    }

    /** The list of reports that the run has left; empty when it has none, or another is there now. */
    private static Optional<Path> list(Manifest manifest, SetOfReports set) {
        return outputs(manifest, Manifest.Output.LIST)
                .filter(output -> set.state(output) == SetOfReports.State.WHOLE)
                .map(set::path);
    }

    /** True when the run has written a directory of reports, and not only single files. */
    private static boolean isOfDirectory(Manifest manifest) {
        return outputs(manifest, Manifest.Output.LIST).isPresent()
                || outputs(manifest, Manifest.Output.NEXT_STEPS).isPresent();
    }

    private void score(Map<String, List<String>> options, Path place, SummaryValues recorded, boolean isOfDirectory) {
        List<String> args = new ArrayList<>();
        options.forEach((name, values) -> {
            if (values.isEmpty()) {
                args.add("--" + name);
            }
            values.forEach(value -> args.add("--" + name + "=" + value));
        });
        Path reports = place.resolve(REPORTS);
        if (isOfDirectory) {
            args.add("--output-dir=" + reports);
        } else {
            args.add("--output=" + reports.resolve(ScoreRequest.LEADS));
            args.add("--rejects=" + reports.resolve(ScoreRequest.REJECTS));
            args.add("--summary=" + reports.resolve(ScoreRequest.SUMMARY));
        }
        args.add("--quiet");
        if (threads != null) {
            args.add("--threads=" + threads);
        }
        Clock clock = options.containsKey("as-of")
                ? surroundings.clock()
                : Clock.fixed(Instant.ofEpochMilli(recorded.asOfMillis()), ZoneOffset.UTC);
        ScoreCommand.run(
                args,
                new Surroundings(
                        surroundings.in(),
                        OutputStream.nullOutputStream(),
                        ShownWriter.ofMessages(Writer.nullWriter(), Terminal.NONE),
                        Writer.nullWriter(),
                        clock,
                        surroundings.workingDirectory(),
                        Terminal.NONE,
                        surroundings.heap()));
    }

    private void compareInputs(List<Manifest.Input> before, List<Manifest.Input> now, boolean isPreviousKnown) {
        compareInputs(before, now, Manifest.Input.RULES);
        compareInputs(before, now, Manifest.Input.SOURCE);
        if (given.containsKey(LEDGER)) {
            compareInputs(before, now, Manifest.Input.LEDGER);
        }
        if (isPreviousKnown) {
            compareInputs(before, now, Manifest.Input.PREVIOUS);
        }
    }

    /** Compares inputs by their names; those with names of their own are taken to be the same ones in their order. */
    private void compareInputs(List<Manifest.Input> before, List<Manifest.Input> now, String kind) {
        List<Manifest.Input> gone = new ArrayList<>(inputs(before, kind));
        List<Manifest.Input> come = new ArrayList<>(inputs(now, kind));
        for (Manifest.Input old : inputs(before, kind)) {
            come.stream()
                    .filter(input -> input.name().equals(old.name()))
                    .findFirst()
                    .ifPresent(input -> {
                        gone.remove(old);
                        come.remove(input);
                        compareInput(old, input);
                    });
        }
        if (gone.size() == come.size() && !given.isEmpty()) {
            for (int i = 0; i < gone.size(); i++) {
                compareInput(gone.get(i), come.get(i));
            }
            return;
        }
        gone.forEach(input -> problems.add(input.name() + ": the run has read it, and it is not read now"));
        come.forEach(input -> problems.add(input.name() + ": is read now, and the run has not read it"));
    }

    private void compareInput(Manifest.Input before, Manifest.Input now) {
        if (!now.hasSameBytes(before)) {
            String name = now.kind().equals(LEDGER)
                    ? given.getOrDefault(LEDGER, List.of("")).get(0)
                    : now.name();
            problems.add(name + ": is not what the run has read: it has " + words(now.size(), now.checksum())
                    + "; the run has read " + words(before.size(), before.checksum()));
        }
    }

    private void compareOutputs(Manifest before, Manifest now, SetOfReports set, boolean withList) {
        for (Manifest.Output old : before.outputs()) {
            if (old.kind().equals(Manifest.Output.LIST) && !withList) {
                continue;
            }
            Manifest.Output again =
                    again(now, old.kind(), set.nameInReports(old)).orElse(null);
            if (again == null) {
                problems.add(set.path(old) + ": does not come out again");
            } else if (!again.sha256().equals(old.sha256())) {
                problems.add(
                        set.path(old) + ": other bytes come out: " + words(again.size(), "sha256 " + again.sha256())
                                + "; the run has written " + words(old.size(), "sha256 " + old.sha256()));
            }
        }
        set.reports()
                .ifPresent(reports -> now.outputs().stream()
                        .filter(output -> output.kind().equals(Manifest.Output.NEXT_STEPS))
                        .filter(output -> before.outputs().stream()
                                .noneMatch(old -> set.nameInReports(old).equals(output.name())))
                        .forEach(output -> problems.add(
                                reports.resolve(output.name()) + ": comes out now, and the run has not written it")));
    }

    private static Optional<Manifest.Output> again(Manifest now, String kind, String name) {
        boolean byName = kind.equals(Manifest.Output.NEXT_STEPS);
        return now.outputs().stream()
                .filter(each -> each.kind().equals(kind))
                .filter(each -> !byName || each.name().equals(name))
                .findFirst();
    }

    private void compareFigures(Path summary, SummaryValues recorded, SummaryValues again) {
        List<String> places = recorded.differences(again);
        if (!places.isEmpty()) {
            String first = places.stream()
                    .limit(MOST_FIGURES)
                    .map(place -> place + " is " + shown(again.at(place)) + ", and was " + shown(recorded.at(place)))
                    .reduce((one, other) -> one + "; " + other)
                    .orElse("");
            int more = places.size() - MOST_FIGURES;
            problems.add(summary + ": other figures come out: " + first + (more > 0 ? "; and " + more + " more" : ""));
        }
    }

    private static String shown(@Nullable String value) {
        return value == null ? "not there" : value.isEmpty() ? "there" : value;
    }

    private static List<Manifest.Input> inputs(List<Manifest.Input> inputs, String kind) {
        return inputs.stream().filter(input -> input.kind().equals(kind)).toList();
    }

    private static Optional<Manifest.Output> outputs(Manifest manifest, String kind) {
        return manifest.outputs().stream()
                .filter(output -> output.kind().equals(kind))
                .findFirst();
    }

    private static String words(long size, String checksum) {
        String bytes = size < 0 ? "a size that is not known" : size == 1 ? "1 byte" : size + " bytes";
        return checksum.isEmpty() ? bytes : bytes + ", " + checksum;
    }
}
