package org.leadscore.page.morning;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.leadscore.engine.files.Tally;
import org.leadscore.engine.leads.Result;
import org.leadscore.report.earlier.Changes;
import org.leadscore.report.summary.Summary;
import org.leadscore.report.words.Words;
import org.leadscore.segment.FollowUpCensus;

/** The news of the page in sentences. */
final class Headline {

    private final Summary summary;
    private final Result result;
    private final Phrases phrases;
    private final Words words;
    private final CallLists lists;
    private final Phrases.@Nullable Since since;

    /** The name of the highest bucket. */
    private final String best;

    Headline(Summary summary, Phrases phrases, CallLists lists, Phrases.@Nullable Since since) {
        this.summary = summary;
        this.result = summary.result();
        this.phrases = phrases;
        this.words = phrases.words;
        this.lists = lists;
        this.since = since;
        this.best = summary.rules().buckets().get(0).name();
    }

    /** The sentence that the page begins with. */
    String finding() {
        String day = words.day(phrases.today());
        FollowUpCensus.HandOffs handOffs = result.placements().census().handOff();
        if (result.census().scored() == 0) {
            return words.text("morning.title.none", day);
        }
        if (handOffs == null) {
            int leads = result.census().buckets().getOrDefault(best, 0);
            return leads == 0
                    ? words.text("morning.title.bucket.none", Phrases.shown(best), day)
                    : words.count("morning.title.bucket", leads, Phrases.shown(best), day);
        }
        return handOffs.handedOver() == 0
                ? words.text("morning.title.nobody", day)
                : words.count("morning.title", handOffs.handedOver(), day);
    }

    /** Who, how many, and what changed. */
    String details() {
        List<String> sentences = new ArrayList<>();
        FollowUpCensus.HandOffs handOffs = result.placements().census().handOff();
        if (handOffs != null) {
            addHandOff(handOffs, sentences);
        } else {
            phrases.addPool(result.census(), sentences);
        }
        Changes changes = summary.changes();
        if (since != null && changes != null) {
            int risen = changes.risen().size();
            int now = result.census().buckets().getOrDefault(best, 0);
            int left = Math.max(0, changes.bucketsBefore().getOrDefault(best, 0) + risen - now);
            String bucket = Phrases.shown(best);
            sentences.add(
                    risen == 0
                            ? words.text("morning.became.none", bucket, since.text())
                            : words.count("morning.became", risen, bucket, since.text()));
            if (left > 0) {
                sentences.add(words.count("morning.left", left, bucket));
            }
        }
        return String.join(" ", sentences);
    }

    private void addHandOff(FollowUpCensus.HandOffs handOffs, List<String> sentences) {
        List<String> parts = new ArrayList<>();
        for (Map.Entry<String, Integer> to : handOffs.to().entrySet()) {
            if (!to.getKey().isBlank() && to.getValue() > 0) {
                parts.add(words.text("morning.for", words.number(to.getValue()), Phrases.shown(to.getKey())));
            }
        }
        if (!parts.isEmpty()) {
            sentences.add(words.list(parts) + ".");
        }
        if (handOffs.handedOver() > 0) {
            if (!summary.rules().sources().events().isEmpty()) {
                sentences.add(words.count("morning.week", lists.seenThisWeek()));
            }
            if (lists.countsPhones() && lists.withoutPhone() > 0) {
                sentences.add(words.count("morning.no-phone", lists.withoutPhone()));
            }
        } else if (handOffs.heldBack() > 0) {
            sentences.add(words.count("morning.held-back", handOffs.heldBack(), Phrases.shown(best)));
        }
        if (handOffs.waiting() > 0) {
            sentences.add(words.count("morning.waiting", handOffs.waiting()));
        }
    }

    /** The as-of time, the rows, and the newest event. */
    String state() {
        long rows = result.tallies().stream().mapToLong(Tally::rows).sum();
        long rejected = result.tallies().stream().mapToLong(Tally::rejected).sum();
        List<String> sentences = new ArrayList<>();
        String zone = summary.rules().timezone().zone().getId();
        sentences.add(words.text("page.as-of", phrases.dayAndTime(summary.asOf()), zone.equals("Z") ? "UTC" : zone));
        sentences.add(words.count("morning.read", rows));
        if (rejected > 0) {
            sentences.add(words.count("morning.rejected", rejected));
        }
        long newest = DataFigures.newest(result.tallies());
        if (newest != Long.MIN_VALUE) {
            sentences.add(words.text("morning.newest", phrases.dayAndTime(newest)));
        }
        return String.join(" ", sentences);
    }
}
