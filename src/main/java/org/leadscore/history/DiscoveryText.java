package org.leadscore.history;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.leadscore.calibrate.table.Discovery;
import org.leadscore.history.Discoveries.Proposal;
import org.leadscore.lead.Points;
import org.leadscore.lead.Text;
import org.leadscore.rules.RuleSet;
import org.leadscore.rules.rewrite.TableText;
import org.leadscore.rules.rule.ExplicitRule;
import org.leadscore.rules.rule.ImplicitRule;

/** The report of {@link Discoveries}: figures for a reader, and rules in YAML to paste into a rule file. */
public final class DiscoveryText {

    private final Discoveries found;
    private final RuleSet rules;
    private final Timeline timeline;
    private final List<Proposal> proposals;

    /** @param proposals those that are shown, the most valuable first */
    public DiscoveryText(Discoveries found, RuleSet rules, Timeline timeline, List<Proposal> proposals) {
        this.found = found;
        this.rules = rules;
        this.timeline = timeline;
        this.proposals = List.copyOf(proposals);
    }

    /** Renders the leads that were looked at, the suspects that were left out, and a line of figures for each proposal. */
    public String table() {
        String looked = PastText.looked(timeline, rules, found.whole(), found.rows())
                + PastText.suspects(found.suspects(), timeline, "", "looks at it");
        if (proposals.isEmpty()) {
            return looked + "nothing is significant that no rule asks for yet\n";
        }
        return looked
                + "\n"
                + Discovery.table(
                        "significant, and asked for by no rule; the most valuable first",
                        proposals.stream().map(Proposal::discovery).toList());
    }

    /** Renders the rules in YAML, each to be pasted under the key that stands above it; empty when there are none. */
    public String yaml() {
        Set<String> taken = new HashSet<>();
        Stream.concat(
                        rules.explicit().stream().map(ExplicitRule::name),
                        rules.implicit().stream().map(ImplicitRule::name))
                .forEach(name -> taken.add(Text.fold(name)));
        StringBuilder explicit = new StringBuilder();
        StringBuilder implicit = new StringBuilder();
        for (Proposal proposal : proposals) {
            (proposal.condition().ofEvent() ? implicit : explicit).append(rule(proposal, taken));
        }
        return (explicit.isEmpty() ? "" : "explicit:\n" + explicit)
                + (implicit.isEmpty() ? "" : "implicit:\n" + implicit);
    }

    private static String rule(Proposal proposal, Set<String> taken) {
        Discovery of = proposal.discovery();
        String name = of.name();
        for (int number = 2; !taken.add(Text.fold(name)); number++) {
            name = of.name() + " " + number;
        }
        String condition = proposal.condition().yaml();
        return String.format(
                Locale.ROOT,
                "  - name: %s   # %,d leads, %,d converted (%.2f %%), ratio %.2f, q %.4f\n    %s: {%s}\n%s%s    points: %s\n",
                TableText.scalar(name),
                of.counts().leads(),
                of.counts().conversions(),
                100 * of.counts().rate(),
                of.ratio(),
                of.q(),
                proposal.condition().ofEvent() ? "did" : "when",
                condition,
                proposal.condition().ofEvent() ? "    times: {at-least: 1}\n" : "",
                proposal.condition().isOurs() ? "    activity: false\n" : "",
                Points.format(of.points(), 3));
    }
}
