package org.leadscore.report.summary;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.leadscore.engine.files.Oddity;
import org.leadscore.engine.files.Tally;
import org.leadscore.engine.files.WrongValues;
import org.leadscore.engine.leads.LookupMatches;
import org.leadscore.engine.leads.Objections;
import org.leadscore.ingest.row.Reject;
import org.leadscore.lead.CellText;
import org.leadscore.lead.ShownText;
import org.leadscore.problem.Listing;
import org.leadscore.report.earlier.Changes;
import org.leadscore.report.screen.Sheet;
import org.leadscore.report.screen.StandingTint;
import org.leadscore.report.screen.Tint;
import org.leadscore.rules.Bucket;
import org.leadscore.rules.next.Stage;
import org.leadscore.score.point.Status;

/** Writes the summary for the person at the terminal. */
public final class SummaryText {

    private static final List<String> HEADER =
            List.of("", "rows", "matched", "unmatched", "rejected", "anonymous", "duplicate", "suppressed", "later");

    /** A sentence for rules that are not learned yet. */
    public static final String UNLEARNED =
            "what learn stands for gives no points yet: leadscore calibrate --in-place writes the tables";

    private static final int REJECTS_SHOWN = 3;
    private static final int LEADS_SHOWN = 20;
    private static final int RULES_SHOWN = 20;

    private SummaryText() {}

    /**
     * Puts the summary on a sheet.
     *
     * @param rejectFiles the files that hold all rows which could not be read; empty when there is none
     */
    public static void write(Summary summary, List<Path> rejectFiles, Sheet sheet) {
        sheet.headed(sources(summary.result().tallies()), 1).gap();
        sheet.lines(lookups(summary.result().lookups()));
        leads(summary, sheet);
        sheet.gap();
        NextStepsText.write(summary, sheet);
        sheet.lines(changes(summary));
        String remedy = rejectFiles.isEmpty() ? "--rejects FILE writes them all" : "all are in " + rejectFiles.get(0);
        rejects(summary.result().rejects(), "; " + ShownText.onOneLine(remedy), sheet);
        sheet.lines(objections(summary.objections()));
        for (WrongValues values : summary.result().wrongValues()) {
            sheet.line(ShownText.onOneLine(sentence(values)));
        }
        if (!summary.result().idleRules().isEmpty()) {
            sheet.line("rules that gave nothing to anyone: "
                    + Listing.of(summary.result().idleRules(), RULES_SHOWN));
        }
        sheet.lines(oddities(summary.result().oddities()));
        warnings(summary.warnings(), sheet);
        sheet.line("as of " + summary.asOfText() + String.format(Locale.ROOT, ", took %.1f s", summary.seconds()));
        MemoryUse memory = summary.memory();
        if (memory != null) {
            sheet.line(memory.text());
        }
    }

    /**
     * Puts on a sheet how the rows of each source were used.
     *
     * @param tallies a row a source
     */
    public static void rows(
            List<Tally> tallies,
            List<Reject> rejects,
            List<WrongValues> wrongValues,
            List<Oddity> oddities,
            Sheet sheet) {
        sheet.headed(sources(tallies), 1);
        rejects(rejects, "", sheet);
        for (WrongValues values : wrongValues) {
            sheet.line(sentence(values));
        }
        sheet.lines(oddities(oddities));
    }

    /** Writes a line for each oddity but those that warnings tell, and what was found of dialects, which {@code check} says. */
    private static String oddities(List<Oddity> oddities) {
        StringBuilder text = new StringBuilder();
        for (Oddity oddity : oddities) {
            text.append(
                    oddity.isDoubtful() || oddity.isOfDialect() ? "" : ShownText.onOneLine(oddity.sentence()) + "\n");
        }
        return text.toString();
    }

    /** Puts a line on a sheet for each warning; these are shown even when the rest of the summary is not asked for. */
    public static void warnings(List<String> warnings, Sheet sheet) {
        for (String warning : warnings) {
            sheet.warning(ShownText.onOneLine(warning));
        }
    }

    private static List<List<String>> sources(List<Tally> tallies) {
        List<List<String>> rows = new ArrayList<>();
        boolean hasContested = tallies.stream().anyMatch(tally -> tally.contested() > 0);
        rows.add(new ArrayList<>(HEADER));
        if (hasContested) {
            rows.get(0).add("contested");
        }
        boolean hasLeftOut = tallies.stream().anyMatch(tally -> tally.leftOut() > 0);
        if (hasLeftOut) {
            rows.get(0).add("left out");
        }
        for (Tally tally : tallies) {
            List<String> row = new ArrayList<>(List.of(
                    tally.source(),
                    grouped(tally.rows()),
                    grouped(tally.matched()),
                    grouped(tally.unmatched()),
                    grouped(tally.rejected()),
                    grouped(tally.anonymous()),
                    grouped(tally.duplicate()),
                    grouped(tally.suppressed()),
                    grouped(tally.later())));
            if (hasContested) {
                row.add(grouped(tally.contested()));
            }
            if (hasLeftOut) {
                row.add(grouped(tally.leftOut()));
            }
            rows.add(row);
        }
        return rows;
    }

    /** Writes a line for each lookup, ended by LF, and an empty line; nothing without lookups. */
    static String lookups(List<LookupMatches.Match> lookups) {
        StringBuilder text = new StringBuilder();
        for (LookupMatches.Match lookup : lookups) {
            text.append("lookup ").append(lookup.name()).append(": ").append(grouped(lookup.keys()));
            text.append(lookup.keys() == 1 ? " key in " : " keys in ").append(grouped(lookup.rows()));
            text.append(lookup.rows() == 1 ? " row, for " : " rows, for ").append(grouped(lookup.matched()));
            text.append(" of ").append(grouped(lookup.contacts()));
            text.append(lookup.contacts() == 1 ? " contact\n" : " contacts\n");
        }
        return text.isEmpty() ? "" : text.append('\n').toString();
    }

    /** Puts the leads by bucket on the sheet, in the colours that buckets have in the ranking. */
    private static void leads(Summary summary, Sheet sheet) {
        List<List<String>> rows = leads(summary);
        if (!sheet.isForScreen()) {
            sheet.table(rows, 1);
            return;
        }
        int buckets = summary.census().buckets().size();
        Tint ofBuckets = (row, column, cell) -> row > 0 && row <= buckets ? StandingTint.of(row - 1, buckets) : null;
        sheet.table(rows, 1, ofBuckets);
    }

    private static List<List<String>> leads(Summary summary) {
        List<List<String>> rows = new ArrayList<>();
        int total = summary.census().total();
        rows.add(List.of(total == 1 ? "lead" : "leads", grouped(total)));
        for (Map.Entry<String, Integer> bucket : summary.census().buckets().entrySet()) {
            rows.add(List.of("  " + bucket.getKey(), grouped(bucket.getValue())));
        }
        if (summary.census().belowBuckets() > 0) {
            rows.add(List.of("  in no bucket", grouped(summary.census().belowBuckets())));
        }
        if (summary.rules().conversions() != null) {
            rows.add(List.of(
                    "  " + Status.CUSTOMER.word(), grouped(summary.census().customers())));
        }
        rows.add(List.of("  " + Status.NO_DATA.word(), grouped(summary.census().noData())));
        rows.add(List.of(
                "  " + Status.DISQUALIFIED.word(), grouped(summary.census().disqualified())));
        return rows;
    }

    private static String changes(Summary summary) {
        Changes changes = summary.changes();
        if (changes == null) {
            return "";
        }
        if (!changes.isKnown()) {
            return "no earlier ranking to compare with\n\n";
        }
        List<Bucket> buckets = summary.rules().buckets();
        return "since " + changes.since() + ", " + grouped(changes.appeared()) + " new\n"
                + named("  became " + buckets.get(0).name(), changes.risen())
                + named("  became " + buckets.get(buckets.size() - 1).name(), changes.fallen())
                + stages(summary.rules().followUp().stages(), changes)
                + named("  gone", changes.gone())
                + "\n";
    }

    private static String stages(List<Stage> stages, Changes changes) {
        return changes.comparesStages()
                ? named("  came to stage " + stages.get(0).name(), changes.advanced())
                        + named(
                                "  fell back to stage "
                                        + stages.get(stages.size() - 1).name(),
                                changes.receded())
                : "";
    }

    private static String named(String what, List<String> leads) {
        return leads.isEmpty()
                ? ""
                : what + ": " + grouped(leads.size()) + (leads.size() == 1 ? " lead" : " leads")
                        + CellText.remark(", " + Listing.of(leads, LEADS_SHOWN)) + "\n";
    }

    private static void rejects(List<Reject> rejects, String remedy, Sheet sheet) {
        for (Reject reject : rejects.subList(0, Math.min(REJECTS_SHOWN, rejects.size()))) {
            sheet.doubt("rejected", reject.message());
        }
        if (rejects.size() > REJECTS_SHOWN) {
            sheet.line("and " + grouped(rejects.size() - REJECTS_SHOWN) + " more rejected" + remedy);
        }
    }

    /** The sentence on values that are no numbers or dates, without an end of line. */
    public static String sentence(WrongValues values) {
        String form = values.wanted().word();
        String what = values.count() == 1
                ? "1 value is no " + form
                : grouped(values.count()) + " values are no " + form + "s";
        String right = values.right().isEmpty() ? "" : " " + values.right();
        return values.source() + ", column " + values.column() + ": " + what + right + ", the first at "
                + values.firstPlace();
    }

    private static String objections(Objections objections) {
        return objections(objections, objections.placesOfNobodys(), "is nobody's", "are nobody's")
                + objections(
                        objections,
                        objections.placesOfOtherSpellings(),
                        "is that of a lead whose id is written in another way",
                        "are those of leads whose ids are written in another way");
    }

    private static String objections(Objections objections, List<String> places, String one, String several) {
        if (places.isEmpty()) {
            return "";
        }
        return ShownText.onOneLine(grouped(places.size()) + " of " + grouped(objections.count())
                        + (objections.count() == 1 ? " objection " : " objections ")
                        + (places.size() == 1 ? one + ", at " : several + ", the first at ")
                        + places.get(0))
                + "\n";
    }

    private static String grouped(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
