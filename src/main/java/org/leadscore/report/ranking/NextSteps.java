package org.leadscore.report.ranking;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.leadscore.engine.leads.Result;
import org.leadscore.report.file.Content;
import org.leadscore.report.table.CsvForm;
import org.leadscore.report.table.CsvTable;
import org.leadscore.report.table.Slices;
import org.leadscore.report.table.ZonedTimes;
import org.leadscore.rules.RuleSet;
import org.leadscore.rules.condition.Field;
import org.leadscore.rules.next.Accounts;
import org.leadscore.rules.next.Action;
import org.leadscore.rules.next.FileName;
import org.leadscore.rules.next.FollowUp;
import org.leadscore.rules.next.Segment;
import org.leadscore.score.point.RankedLead;
import org.leadscore.score.point.Score;
import org.leadscore.segment.Account;
import org.leadscore.segment.Placed;

/** Writes the reports about what to do next: a list for sales, one for each action and segment, and the accounts. */
public final class NextSteps {

    private static final String HAND_OFF = "hand-off.csv";
    private static final String ACCOUNTS = "accounts.csv";

    private final RuleSet rules;
    private final CsvForm form;
    private final Result result;
    private final Slices slices;

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

    /** The names of the reports that do not come and go with the names of actions and segments. */
    public static List<String> usualNames() {
        return List.of(HAND_OFF, ACCOUNTS);
    }

    /** The names of the reports, with slashes between folder and file, each different. */
    public static List<String> names(FollowUp followUp) {
        List<String> names = new ArrayList<>();
        if (followUp.handOff() != null) {
            names.add(HAND_OFF);
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
        reports.put(HAND_OFF, this::handOff);
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

    private static String nameOf(Action action) {
        return "actions/" + FileName.of(action.name()) + ".csv";
    }

    private static String nameOf(Segment segment) {
        return "segments/" + FileName.of(segment.name()) + ".csv";
    }

    private void handOff(OutputStream out) throws IOException {
        header(out, List.of("rank", "lead", "to", "score", "bucket", "reasons", "last_activity"));
        rows(result.placements().handedOver(), out, (table, times, lead) -> {
            Placed placed = result.placements().of(lead.rank());
            table.text(placed.handOver().to());
            scoreAndBucket(table, lead.score());
            table.text(InWords.of(lead.score(), placed.standing(), times));
            table.plain(times.utf8(lead.score().lastActivity()));
        });
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
        table.names(List.of("rank", "account", "score", "leads", "best_lead", "best_rank"));
        table.names(accounts.columns().stream().map(Field::name).toList());
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
        CsvTable table = new CsvTable(out, form);
        table.names(Stream.concat(own.stream(), rules.reportColumns().stream().map(Field::name))
                .toList());
        table.endRow();
        table.flush();
    }

    private void scoreAndBucket(CsvTable table, Score score) throws IOException {
        table.number(score.value(), rules.scale().decimals());
        table.text(score.bucket() == null ? "" : score.bucket());
    }
}
