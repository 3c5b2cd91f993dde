package org.leadscore.page.morning;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadscore.lead.Points;
import org.leadscore.lead.TimeFormat;
import org.leadscore.page.Term;
import org.leadscore.page.chart.Bars;
import org.leadscore.page.chart.Look;
import org.leadscore.report.earlier.Changes;
import org.leadscore.report.ranking.InWords;
import org.leadscore.report.summary.Summary;
import org.leadscore.report.table.ZonedTimes;
import org.leadscore.report.words.Words;
import org.leadscore.rules.Bucket;
import org.leadscore.rules.RuleSet;
import org.leadscore.rules.Scale;
import org.leadscore.rules.next.Grades;
import org.leadscore.rules.rule.Group;
import org.leadscore.score.point.Contribution;
import org.leadscore.score.point.RankedLead;
import org.leadscore.score.point.Score;
import org.leadscore.segment.Placed;
import org.leadscore.segment.Standing;

/** Makes the cards of leads. All bars of a page have the same scale, which is set by the leads on it. */
final class LeadCards {

    /** The smallest amount of which two decimals show something, in millionths of a point. */
    private static final long SMALLEST_SHOWN = Points.ONE / 200;

    private static final int REASONS = 3;
    private static final double HUNDRED = 100;

    private final RuleSet rules;
    private final Phrases phrases;
    private final Words words;
    private final ReportColumns columns;
    private final @Nullable Changes changes;

    /** The group of each rule that is in one. */
    private final Map<String, String> groups = new HashMap<>();

    /** The names of the explicit rules. */
    private final Set<String> explicit = new HashSet<>();

    /** The least and the most points of a bar, and of a contribution's bar. */
    private double low;

    private double high = 1;
    private double lowest;
    private double highest = 1;
    private boolean hasMail;
    private final InWords inWords;
    private final ZonedTimes times;

    LeadCards(Summary summary, Phrases phrases, ReportColumns columns) {
        this.rules = summary.rules();
        this.phrases = phrases;
        this.words = phrases.words;
        this.columns = columns;
        this.changes = summary.changes();
        this.inWords = new InWords(words);
        this.times = new ZonedTimes(rules.timezone().zone());
        rules.explicit().forEach(rule -> {
            explicit.add(rule.name());
            putGroup(rule.name(), rule.group());
        });
        rules.implicit().forEach(rule -> putGroup(rule.name(), rule.group()));
    }

    /** Sets the scale of the bars by all leads that will be shown. */
    void scale(List<RankedLead> some, List<RankedLead> others) {
        Stream.concat(some.stream(), others.stream()).forEach(lead -> {
            Score score = lead.score();
            double fit = Points.toDouble(score.fit());
            double engagement = Points.toDouble(score.engagement());
            low = Math.min(low, Math.min(0, fit) + Math.min(0, engagement));
            high = Math.max(high, Math.max(0, fit) + Math.max(0, engagement));
            score.tell((rule, points) -> {
                lowest = Math.min(lowest, Points.toDouble(points));
                highest = Math.max(highest, Points.toDouble(points));
            });
            hasMail |= !columns.mail(lead).isEmpty();
        });
    }

    /** True when any lead that is shown has a mail address. */
    boolean hasMail() {
        return hasMail;
    }

    /** The card of a lead. */
    LeadCard card(RankedLead lead, Placed placed, boolean withDetail) {
        Score score = lead.score();
        Standing standing = placed.standing();
        String id = Phrases.shown(lead.lead());
        String name = columns.name(lead);
        String shownName = name.isEmpty() ? id : name;
        String account = columns.company(lead);
        String phone = columns.phone(lead);
        String mail = columns.mail(lead);
        String receiver = Phrases.shown(placed.handOver().to());
        BigDecimal before = changes == null ? null : changes.before(lead.rank());
        BigDecimal now = BigDecimal.valueOf(score.value(), rules.scale().decimals());
        String seen = score.lastActivity() == TimeFormat.NONE ? "" : phrases.day(score.lastActivity());
        return new LeadCard(
                words.number(lead.rank()),
                shownName,
                columns.title(lead),
                account,
                columns.region(lead),
                phone,
                Addresses.call(phone),
                mail,
                Addresses.write(mail),
                phrases.score(score.value()),
                before == null ? "" : phrases.change(now.subtract(before)),
                Bars.score(Points.toDouble(score.fit()), Points.toDouble(score.engagement()), low, high, limit()),
                points(score),
                phrases.ago(score.lastActivity()),
                seen,
                standing.stage() == null ? "" : Phrases.shown(standing.stage()),
                standing.interest() == null ? "" : Phrases.shown(standing.interest()),
                receiver,
                score.bucket() == null ? "" : Phrases.shown(score.bucket()),
                keys(lead, shownName, account, score, standing, receiver),
                reasons(score),
                withDetail ? detail(lead, id, placed) : null);
    }

    /** The points at which the highest bucket begins. */
    private double limit() {
        Scale scale = rules.scale();
        Bucket best = rules.buckets().get(0);
        double zero = Points.toDouble(scale.zero());
        return zero + best.from().doubleValue() / HUNDRED * (Points.toDouble(scale.full()) - zero);
    }

    private String points(Score score) {
        List<String> parts = new ArrayList<>();
        if (!rules.explicit().isEmpty() && !rules.implicit().isEmpty()) {
            parts.add(words.text("calls.split", phrases.rounded(score.fit()), phrases.rounded(score.engagement())));
        }
        Grades grades = rules.followUp().grades();
        if (grades != null) {
            parts.add(Phrases.shown(grades.of(score.fit(), score.engagement())));
        }
        return String.join(", ", parts);
    }

    private static String keys(
            RankedLead lead, String name, String account, Score score, Standing standing, String receiver) {
        String seen = score.lastActivity() == TimeFormat.NONE ? "0" : Long.toString(score.lastActivity());
        String stage = standing.stage() == null ? "" : standing.stage();
        return Stream.of(
                        Integer.toString(lead.rank()),
                        name,
                        account,
                        Long.toString(score.value()),
                        seen,
                        stage,
                        receiver)
                .map(key -> Phrases.shown(key).replace('|', ' '))
                .reduce((a, b) -> a + "|" + b)
                .orElse("");
    }

    private List<LeadCard.Reason> reasons(Score score) {
        return score.contributions().stream()
                .filter(rule -> Math.abs(rule.points()) >= SMALLEST_SHOWN)
                .sorted(Comparator.comparingLong(rule -> -Math.abs(rule.points())))
                .limit(REASONS)
                .map(rule -> new LeadCard.Reason(Phrases.shown(rule.rule()), phrases.signed(rule.points())))
                .toList();
    }

    private LeadCard.Detail detail(RankedLead lead, String id, Placed placed) {
        Score score = lead.score();
        List<Contribution> ofFit = new ArrayList<>();
        List<Contribution> ofEngagement = new ArrayList<>();
        score.contributions().forEach(rule -> (explicit.contains(rule.rule()) ? ofFit : ofEngagement).add(rule));
        List<LeadCard.Contributed> rows = new ArrayList<>();
        addSide(ofFit, Group.Kind.EXPLICIT, score.fit(), "why.fit", Look.FIT, rows);
        addSide(ofEngagement, Group.Kind.IMPLICIT, score.engagement(), "why.engagement", Look.ENGAGEMENT, rows);
        String total = words.text("why.together", phrases.points(score.points()), phrases.score(score.value()));
        List<Term> facts = new ArrayList<>();
        fact("calls.lead", id, facts);
        Standing standing = placed.standing();
        if (standing.source() != null) {
            fact("why.came", Phrases.shown(standing.source()), facts);
        }
        if (standing.interest() != null) {
            fact(
                    "why.interest",
                    Phrases.shown(standing.interest()) + " " + phrases.points(standing.interestPoints()),
                    facts);
        }
        if (!standing.segments().isEmpty()) {
            fact(
                    "why.segments",
                    words.list(standing.segments().stream().map(Phrases::shown).toList()),
                    facts);
        }
        if (CallLists.isHeldBack(placed.handOver())) {
            fact("actions.held", Phrases.shown(placed.handOver().text()), facts);
        }
        facts.addAll(columns.others(lead));
        String sentence = placed.handOver().kind().isHandedOver() ? inWords.of(score, standing, times) : "";
        return new LeadCard.Detail(rows, total, facts, sentence);
    }

    private void addSide(
            List<Contribution> of,
            Group.Kind kind,
            long total,
            String key,
            Look look,
            List<LeadCard.Contributed> rows) {
        if (of.isEmpty() && total == 0) {
            return;
        }
        Map<String, Long> sums = new LinkedHashMap<>();
        long left = total;
        for (Contribution rule : of) {
            if (Math.abs(rule.points()) >= SMALLEST_SHOWN) {
                rows.add(row(
                        LeadCard.Kind.RULE,
                        Phrases.shown(rule.rule()),
                        rule.points(),
                        rule.points() < 0 ? Look.AGAINST : look));
            }
            left -= rule.points();
            String group = groups.get(rule.rule());
            if (group != null) {
                sums.merge(group, rule.points(), Long::sum);
            }
        }
        for (Group group : rules.groups()) {
            long sum = sums.getOrDefault(group.name(), 0L);
            long held = group.bounds().hold(sum);
            if (group.kind() == kind && sums.containsKey(group.name()) && Math.abs(held - sum) >= SMALLEST_SHOWN) {
                String name = words.text("why.held", Phrases.shown(group.name()), phrases.points(held));
                rows.add(row(LeadCard.Kind.ADJUSTMENT, name, held - sum, Look.GREY));
                left -= held - sum;
            }
        }
        if (Math.abs(left) >= SMALLEST_SHOWN) {
            boolean isQuiet = kind == Group.Kind.IMPLICIT && rules.inactivity() != null;
            String name = words.text(isQuiet ? "why.inactivity" : "checks.bounds");
            rows.add(row(LeadCard.Kind.ADJUSTMENT, name, left, Look.GREY));
        }
        rows.add(new LeadCard.Contributed(LeadCard.Kind.SUM, words.text(key), null, phrases.points(total)));
    }

    private LeadCard.Contributed row(LeadCard.Kind kind, String name, long points, Look look) {
        return new LeadCard.Contributed(
                kind, name, Bars.contribution(Points.toDouble(points), lowest, highest, look), phrases.signed(points));
    }

    private void fact(String key, String value, List<Term> facts) {
        facts.add(new Term(words.text(key), value));
    }

    private void putGroup(String rule, @Nullable String group) {
        if (group != null) {
            groups.put(rule, group);
        }
    }
}
