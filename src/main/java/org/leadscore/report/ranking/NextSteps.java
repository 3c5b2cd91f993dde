package org.leadscore.report.ranking;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadscore.engine.leads.Result;
import org.leadscore.report.file.Content;
import org.leadscore.report.table.CsvForm;
import org.leadscore.report.table.CsvTable;
import org.leadscore.report.table.Slices;
import org.leadscore.report.table.ZonedTimes;
import org.leadscore.report.words.Words;
import org.leadscore.rules.RuleSet;
import org.leadscore.rules.next.Accounts;
import org.leadscore.rules.next.Action;
import org.leadscore.rules.next.FileName;
import org.leadscore.rules.next.FollowUp;
import org.leadscore.rules.next.HandOff;
import org.leadscore.rules.next.Segment;
import org.leadscore.rules.report.Report;
import org.leadscore.score.point.RankedLead;
import org.leadscore.score.point.Score;
import org.leadscore.segment.Account;
import org.leadscore.segment.Placed;

/**
 * Writes the reports about what to do next: a list for sales and one for each receiver, action and segment, and the
 * accounts. Not thread-safe.
 */
public final class NextSteps {

    /** The name of the list for sales. */
    public static final String HAND_OFF = "hand-off.csv";
    /** The name of the table of accounts. */
    public static final String ACCOUNTS = "accounts.csv";

    private static final List<String> HAND_OFF_COLUMNS =
            List.of("rank", "lead", "to", "score", "bucket", "reasons", "last_activity");

    private final RuleSet rules;
    private final CsvForm form;
    private final Result result;
    private final Slices slices;

    /** The words of the language of those who call; null until they are asked for. */
    private @Nullable Words words;

    /** The ranks of the leads that are handed over, by receiver; null until they are asked for. */
    private @Nullable Map<String, List<Integer>> byReceiver;

    /**
     * A writer of the reports of one run.
     *
     * @param threads at least one; the bytes are the same for any number
     */
    public NextSteps(RuleSet rules, CsvForm form, Result result, int threads) {
        this.rules = rules;
        this.form = form;
        this.result = result;
        this.slices = new Slices(form, rules.timezone().zone(), threads);
    }

    /** The names of the reports that do not come and go with the names of receivers, actions and segments. */
    public static List<String> usualNames() {
        return List.of(HAND_OFF, ACCOUNTS);
    }

    /** The names of the reports, with slashes between folder and file, each different. */
    public static List<String> names(FollowUp followUp) {
        List<String> names = new ArrayList<>();
        HandOff handOff = followUp.handOff();
        if (handOff != null) {
            names.add(HAND_OFF);
            handOff.assign().forEach(assignee -> names.add(nameOf(assignee)));
        }
        followUp.actions().forEach(action -> names.add(nameOf(action)));
        followUp.segments().forEach(segment -> names.add(nameOf(segment)));
        if (followUp.accounts() != null) {
            names.add(ACCOUNTS);
        }
        return names;
    }

    /** The contents of the reports, by their {@link #names}. */
    public Map<String, Content> reports() {
        FollowUp followUp = rules.followUp();
        Map<String, Content> reports = new LinkedHashMap<>();
        HandOff handOff = followUp.handOff();
        if (handOff != null) {
            reports.put(HAND_OFF, out -> handOff(result.placements().handedOver(), out));
            for (HandOff.Assignee assignee : handOff.assign()) {
                reports.put(nameOf(assignee), out -> handOff(ranksOf(assignee.to()), out));
            }
        }
        for (int i = 0; i < followUp.actions().size(); i++) {
            int index = i;
            reports.put(nameOf(followUp.actions().get(i)), out -> action(index, out));
        }
        for (int i = 0; i < followUp.segments().size(); i++) {
            int index = i;
            reports.put(nameOf(followUp.segments().get(i)), out -> segment(index, out));
        }
        Accounts accounts = followUp.accounts();
        if (accounts != null) {
            reports.put(ACCOUNTS, out -> accounts(accounts, new CsvTable(out, form)));
        }
        return reports;
    }

    /** The ranks of the leads that one receiver gets; all receivers' are found at the first question. */
    private List<Integer> ranksOf(String receiver) {
        Map<String, List<Integer>> found = byReceiver;
        if (found == null) {
            found = new HashMap<>();
            for (int rank : result.placements().handedOver()) {
                String to = result.placements().of(rank).handOver().to();
                found.computeIfAbsent(to, first -> new ArrayList<>()).add(rank);
            }
            byReceiver = found;
        }
        return found.getOrDefault(receiver, List.of());
    }

    /** The name of the report of a receiver, from the directory of reports. */
    public static String nameOf(HandOff.Assignee assignee) {
        return "hand-off/" + FileName.of(assignee.to()) + ".csv";
    }

    /** The name of the report of an action, from the directory of reports. */
    public static String nameOf(Action action) {
        return "actions/" + FileName.of(action.name()) + ".csv";
    }

    /** The name of the report of a segment, from the directory of reports. */
    public static String nameOf(Segment segment) {
        return "segments/" + FileName.of(segment.name()) + ".csv";
    }

    /** Writes some of the leads that are handed over, in the language of those who call. */
    private void handOff(List<Integer> ranks, OutputStream out) throws IOException {
        Words spoken = words;
        if (spoken == null) {
            spoken = Words.of(rules.report().language());
            words = spoken;
        }
        InWords inWords = new InWords(spoken);
        headings(out, handOffHeadings(spoken));
        rows(ranks, out, (table, times, lead) -> {
            Placed placed = result.placements().of(lead.rank());
            table.text(placed.handOver().to());
            scoreAndBucket(table, lead.score());
            table.text(inWords.of(lead.score(), placed.standing(), times));
            table.plain(times.utf8(lead.score().lastActivity()));
        });
    }

    /** The headings that the rule file gives, and otherwise those of the language, unless another column has the same. */
    private List<String> handOffHeadings(Words spoken) {
        Report report = rules.report();
        List<String> given = Stream.concat(
                        report.headingsOf(report.columns()).stream(), report.headings().values().stream())
                .toList();
        return HAND_OFF_COLUMNS.stream()
                .map(column -> {
                    String ofLanguage = spoken.text("heading." + column);
                    boolean isFree = given.stream().noneMatch(ofLanguage::equalsIgnoreCase);
                    return report.headings().getOrDefault(column, isFree ? ofLanguage : column);
                })
                .toList();
    }

    private void action(int index, OutputStream out) throws IOException {
        Action action = rules.followUp().actions().get(index);
        header(out, List.of("rank", "lead", "campaign", "offer", "score", "bucket"));
        rows(result.placements().getting(index), out, (table, times, lead) -> {
            table.text(action.campaign());
            table.text(action.offer());
            scoreAndBucket(table, lead.score());
        });
    }

    private void segment(int index, OutputStream out) throws IOException {
        header(out, List.of("rank", "lead", "score", "bucket", "status"));
        rows(result.placements().in(index), out, (table, times, lead) -> {
            scoreAndBucket(table, lead.score());
            table.plain(lead.score().status().word());
        });
    }

    /** Writes the cells that stand in a row between the lead and the report columns. */
    private interface Middle {
        void put(CsvTable table, ZonedTimes times, RankedLead lead) throws IOException;
    }

    private void rows(List<Integer> ranks, OutputStream out, Middle middle) throws IOException {
        slices.write(
                ranks.size(),
                (table, times, from, to) -> {
                    for (RankedLead lead : result.leadsAt(ranks.subList(from, to))) {
                        table.number(lead.rank());
                        table.text(lead.id());
                        middle.put(table, times, lead);
                        table.slices(lead.fields());
                        table.endRow();
                    }
                },
                out);
    }

    private void accounts(Accounts accounts, CsvTable table) throws IOException {
        Report report = rules.report();
        table.names(report.headings(List.of("rank", "account", "score", "leads", "best_lead", "best_rank")));
        table.names(report.headingsOf(accounts.columns()));
        table.endRow();
        int rank = 0;
        for (Account account : result.accounts()) {
            rank++;
            table.number(rank);
            table.text(account.name());
            BigDecimal score = account.score();
            table.number(score == null ? "" : score.toPlainString());
            table.number(account.leads());
            table.text(result.ids().get(account.bestRank() - 1));
            table.number(account.bestRank());
            table.texts(account.columns());
            table.endRow();
        }
        table.flush();
    }

    private void header(OutputStream out, List<String> own) throws IOException {
        headings(out, rules.report().headings(own));
    }

    private void headings(OutputStream out, List<String> own) throws IOException {
        CsvTable table = new CsvTable(out, form);
        table.names(own);
        table.names(rules.report().headingsOf(rules.reportColumns()));
        table.endRow();
        table.flush();
    }

    private void scoreAndBucket(CsvTable table, Score score) throws IOException {
        table.number(score.value(), rules.scale().decimals());
        table.text(score.bucket() == null ? "" : score.bucket());
    }
}
