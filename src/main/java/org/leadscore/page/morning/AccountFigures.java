package org.leadscore.page.morning;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leadscore.engine.leads.Result;
import org.leadscore.lead.Text;
import org.leadscore.page.Link;
import org.leadscore.page.chart.Bars;
import org.leadscore.report.ranking.NextSteps;
import org.leadscore.report.summary.Summary;
import org.leadscore.report.words.Words;
import org.leadscore.rules.next.Accounts;
import org.leadscore.score.point.RankedLead;
import org.leadscore.segment.Account;

/** The accounts with most points, and what these are made of. */
final class AccountFigures {

    private static final int MOST = 10;

    private AccountFigures() {}

    /** The section; null when the rules have no accounts, or none has a score. */
    static MorningPage.@Nullable Accounts of(Summary summary, Phrases phrases, boolean hasFiles) {
        Result result = summary.result();
        Accounts rule = summary.rules().followUp().accounts();
        List<Account> best = result.accounts().stream()
                .limit(MOST)
                .filter(account -> account.score() != null)
                .toList();
        if (rule == null || best.isEmpty()) {
            return null;
        }
        Words words = phrases.words;
        List<RankedLead> leads =
                result.leadsAt(best.stream().map(Account::bestRank).toList());
        ReportColumns columns = new ReportColumns(summary.rules());
        boolean isSum = rule.combine() instanceof Accounts.Combine.Top;
        double most = best.stream().mapToDouble(account -> total(account)).max().orElse(0);
        List<MorningPage.AccountRow> rows = new ArrayList<>();
        for (int i = 0; i < best.size(); i++) {
            Account account = best.get(i);
            RankedLead lead = leads.get(i);
            List<BigDecimal> scores = account.scores();
            List<Double> amounts = isSum && !scores.isEmpty()
                    ? scores.stream().map(BigDecimal::doubleValue).toList()
                    : List.of(total(account));
            String parts = !isSum || scores.size() < 2
                    ? ""
                    : scores.stream().map(words::decimal).collect(Collectors.joining(" + "));
            String name = columns.name(lead);
            String bucket = lead.score().bucket();
            String rank = words.number(lead.rank());
            rows.add(new MorningPage.AccountRow(
                    words.number(i + 1),
                    Phrases.shown(account.name()),
                    more(account, words),
                    words.decimal(BigDecimal.valueOf(total(account)).stripTrailingZeros()),
                    Bars.shades(amounts, most),
                    parts,
                    name.isEmpty() ? Phrases.shown(lead.lead()) : name,
                    words.text(
                            "accounts.rank", rank, bucket == null ? words.text("page.none") : Phrases.shown(bucket))));
        }
        String caption = words.text(
                "accounts.table",
                words.number(rows.size()),
                words.number(result.accounts().size()));
        Link file = new Link(NextSteps.ACCOUNTS, hasFiles ? NextSteps.ACCOUNTS : "");
        return new MorningPage.Accounts(words.text("accounts.text"), caption, file, rows);
    }

    private static double total(Account account) {
        BigDecimal score = account.score();
        return score == null ? 0 : score.doubleValue();
    }

    /** The carried columns that do not say the name again, and how many leads there are. */
    private static String more(Account account, Words words) {
        List<String> parts = new ArrayList<>();
        for (String column : account.columns()) {
            if (!Text.isBlank(column) && !Text.fold(column).equals(Text.fold(account.name()))) {
                parts.add(Phrases.shown(column));
            }
        }
        parts.add(words.count("unit.leads", account.leads()));
        return String.join(", ", parts);
    }
}
