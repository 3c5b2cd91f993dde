package org.leadscore.cli.score;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadscore.problem.ExitCode;
import org.leadscore.problem.InputException;
import org.leadscore.report.file.ReportList;
import org.leadscore.report.file.UnfinishedRuns;
import org.leadscore.report.ranking.NextSteps;
import org.leadscore.report.summary.SetOfReports;
import org.leadscore.report.summary.SummaryValues;

/** Holds the files of a run against its summary, and prints all that is not as it should be. */
final class VerifyJob {

    private static final List<String> USUAL = Stream.concat(
                    Stream.of(ScoreRequest.LEADS, ScoreRequest.REJECTS), NextSteps.usualNames().stream())
            .toList();

    private final Path place;
    private final PrintWriter out;

    /**
     * @param place a directory of reports, or a summary
     * @param out takes the findings
     */
    VerifyJob(Path place, PrintWriter out) {
        this.place = place;
        this.out = out;
    }

    /**
     * Checks the files.
     *
     * @param rerun does the run again; null to look at its files only
     * @return whether all is as it should be
     * @throws InputException when there is nothing to check, or the run cannot be done again
     * @throws org.leadscore.problem.OutputHeldException when another run is writing the files
     */
    ExitCode run(@Nullable Rerun rerun) {
        if (!Files.exists(place)) {
            throw new InputException(place + ": there is no such directory or summary");
        }
        boolean isDirectory = Files.isDirectory(place);
        Path summary = isDirectory ? place.resolve(ScoreRequest.SUMMARY) : place;
        UnfinishedRuns.requireNone(isDirectory ? place.resolve(ReportList.NAME) : summary);
        if (!Files.exists(summary)) {
            List<String> problems = new ArrayList<>(SetOfReports.unfinished(
                    place,
                    Stream.concat(USUAL.stream(), Stream.of(ReportList.NAME, ScoreRequest.SUMMARY))
                            .map(place::resolve)
                            .toList()));
            problems.add(summary + ": is missing; it would say which files the set has");
            return print(problems);
        }
        SummaryValues values = SummaryValues.read(summary);
        SetOfReports set = new SetOfReports(summary, values.manifest(), USUAL);
        ExitCode exit = print(set.problems());
        if (exit == ExitCode.OK) {
            out.print(place + ": whole: " + files(values.manifest().outputs().size()) + " as leadscore "
                    + values.version() + " wrote them, as of " + values.asOf() + "\n");
        }
        if (rerun == null) {
            return exit;
        }
        out.flush();
        Rerun.Findings findings = rerun.run(summary, values, set);
        out.print(findings.text());
        return exit == ExitCode.OK ? findings.exitCode() : exit;
    }

    private ExitCode print(List<String> problems) {
        problems.forEach(problem -> out.print(problem + "\n"));
        return problems.isEmpty() ? ExitCode.OK : ExitCode.FOUND;
    }

    private static String files(int number) {
        return number == 1 ? "1 file" : number + " files";
    }
}
