package org.leadscore.page.morning;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.leadscore.page.Link;
import org.leadscore.page.chart.Bars;
import org.leadscore.page.chart.Look;
import org.leadscore.report.ranking.NextSteps;
import org.leadscore.report.summary.Summary;
import org.leadscore.report.words.Words;
import org.leadscore.rules.next.FollowUp;
import org.leadscore.rules.next.HandOff;
import org.leadscore.segment.FollowUpCensus;

/** The next steps: actions, segments, interests, and what each receiver gets. */
final class NextFigures {

    private NextFigures() {}

    /** The section; null when the rules have none of it. */
    static MorningPage.@Nullable Next of(Summary summary, Phrases phrases, boolean hasFiles) {
        FollowUp rules = summary.rules().followUp();
        FollowUpCensus census = summary.result().placements().census();
        Words words = phrases.words;
        List<MorningPage.ActionRow> actions = new ArrayList<>();
        for (int i = 0; i < census.actions().size(); i++) {
            FollowUpCensus.Actions action = census.actions().get(i);
            String file = hasFiles ? NextSteps.nameOf(rules.actions().get(i)) : "";
            actions.add(new MorningPage.ActionRow(
                    new Link(Phrases.shown(action.name()), file),
                    words.number(action.leads()),
                    words.number(action.heldBack())));
        }
        List<MorningPage.Row> segments = rows(
                census.segments(),
                hasFiles ? rules.segments().stream().map(NextSteps::nameOf).toList() : List.of(),
                words);
        List<MorningPage.Row> interests = rows(census.interests(), List.of(), words);
        List<MorningPage.Receiver> receivers = receivers(rules.handOff(), census.handOff(), hasFiles, words);
        boolean isNone = actions.isEmpty() && segments.isEmpty() && interests.isEmpty() && receivers.isEmpty();
        return isNone ? null : new MorningPage.Next(actions, segments, interests, receivers);
    }

    /** A row for each name, in the order of the rule file, with the file of its leads if there is one. */
    private static List<MorningPage.Row> rows(Map<String, Integer> counts, List<String> files, Words words) {
        long most = counts.values().stream().mapToLong(Integer::longValue).max().orElse(0);
        List<MorningPage.Row> rows = new ArrayList<>();
        counts.forEach((name, leads) -> rows.add(new MorningPage.Row(
                Phrases.shown(name),
                Bars.one(leads, (double) most, Look.GREY),
                words.number(leads),
                "",
                files.isEmpty() ? "" : files.get(rows.size()))));
        return rows;
    }

    private static List<MorningPage.Receiver> receivers(
            @Nullable HandOff rule, FollowUpCensus.@Nullable HandOffs counts, boolean hasFiles, Words words) {
        List<MorningPage.Receiver> receivers = new ArrayList<>();
        if (rule == null || counts == null || rule.assign().isEmpty()) {
            return receivers;
        }
        counts.to()
                .forEach((name, leads) -> receivers.add(new MorningPage.Receiver(
                        new Link(
                                name.isBlank() ? words.text("calls.for.nobody") : Phrases.shown(name),
                                hasFiles ? file(rule, name) : ""),
                        words.number(leads),
                        room(rule, name, words))));
        return receivers;
    }

    private static String file(HandOff rule, String name) {
        return rule.assign().stream()
                .filter(assignee -> assignee.to().equals(name))
                .findFirst()
                .map(NextSteps::nameOf)
                .orElse(NextSteps.HAND_OFF);
    }

    private static String room(HandOff rule, String name, Words words) {
        return rule.assign().stream()
                .filter(assignee -> assignee.to().equals(name))
                .findFirst()
                .filter(assignee -> assignee.capacity() != HandOff.UNLIMITED)
                .map(assignee -> words.number(assignee.capacity()))
                .orElse(words.text("receivers.no-limit"));
    }
}
