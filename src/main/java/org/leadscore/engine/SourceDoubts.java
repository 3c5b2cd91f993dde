package org.leadscore.engine;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.leadscore.engine.files.Tally;
import org.leadscore.engine.leads.ContactReader;
import org.leadscore.engine.leads.OutcomeReader;
import org.leadscore.lead.ZoneDays;
import org.leadscore.problem.InputException;
import org.leadscore.rules.RuleSet;
import org.leadscore.rules.source.ContactSource;
import org.leadscore.rules.source.Demand;
import org.leadscore.rules.source.EventSource;
import org.leadscore.rules.source.OutcomeSource;
import org.leadscore.rules.yaml.Durations;

/**
 * The doubts about the exports as a whole: whether they are there, fresh and complete. Made by {@code ScoreJob} from the
 * tallies of a run; pure.
 *
 * @param asOf the moment of scoring, in milliseconds since 1970 UTC
 * @param isNow whether this is the time at which the run began, as nobody gave another
 * @param rowsBefore by source, the number of rows in the last run of an earlier day; empty where that is not known
 */
public record SourceDoubts(RuleSet rules, List<Tally> tallies, long asOf, boolean isNow, Map<String, Long> rowsBefore) {

    /** The age, in milliseconds, above which the newest event of a log gives rise to doubt. */
    private static final long WEEK = 7 * ZoneDays.DAY;

    /**
     * Makes sure that each source brings what the rule file expects of it.
     *
     * @throws InputException with every source that does not
     */
    public void requireExpected() {
        List<String> unmet = new ArrayList<>();
        for (Tally tally : tallies) {
            Demand demand = demand(tally.source());
            if (tally.rows() < demand.rows()) {
                unmet.add("'%s' has %s, and the rule file expects at least %s"
                        .formatted(tally.source(), rows(tally.rows()), grouped(demand.rows())));
            }
            if (!tally.times().hasNewest() && demand.newest() != Demand.ANY_AGE) {
                unmet.add("'%s' has no event up to the as-of time, and the rule file expects one of the last %s"
                        .formatted(tally.source(), Durations.format(demand.newest())));
            } else if (isOlder(tally, demand.newest())) {
                unmet.add("the newest event of '%s' is of %s, and the rule file expects one of the last %s"
                        .formatted(tally.source(), day(tally.times().newest()), Durations.format(demand.newest())));
            }
        }
        if (!unmet.isEmpty()) {
            throw new InputException(String.join("\n", unmet) + "\nnothing was written");
        }
    }

    /** The doubts as sentences, in the order of the sources. */
    public List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        for (Tally tally : tallies) {
            emptiness(tally, sentences);
            volume(tally, sentences);
        }
        age(sentences);
        return sentences;
    }

    private void emptiness(Tally tally, List<String> sentences) {
        String source = tally.source();
        if (tally.rows() == 0) {
            sentences.add("'" + source + "' has no rows; is its export empty?");
        } else if (isLog(source) && tally.times().areAllLater()) {
            sentences.add(
                    "every event of '%s' is later than the as-of time, the first of %s; is its time read in the right format?"
                            .formatted(source, day(tally.times().firstLater())));
        } else if (!isLog(source) && tally.later() > 0 && tally.matched() == 0 && tally.unmatched() == 0) {
            sentences.add(
                    "every row of '%s' is later than the as-of time, the first of %s; is its time read in the right format?"
                            .formatted(source, day(tally.times().firstLater())));
        }
    }

    private void volume(Tally tally, List<String> sentences) {
        long before = rowsBefore.getOrDefault(tally.source(), 0L);
        if (tally.rows() > 0 && 2 * tally.rows() < before) {
            sentences.add(
                    "'%s' has %s, fewer than half of the %s of the last run of an earlier day; is its export complete?"
                            .formatted(tally.source(), rows(tally.rows()), grouped(before)));
        }
    }

    /** Tells of logs that end more than a week ago; in one sentence when all do. */
    private void age(List<String> sentences) {
        if (!isNow) {
            return;
        }
        List<Tally> dated = tallies.stream()
                .filter(tally -> isLog(tally.source()) && tally.times().hasNewest())
                .toList();
        List<Tally> old = dated.stream()
                .filter(tally -> demand(tally.source()).newest() == Demand.ANY_AGE && isOlder(tally, WEEK))
                .toList();
        boolean areAllOld = old.size() == dated.size();
        if (old.size() > 1 && areAllOld) {
            long newest = old.stream()
                    .mapToLong(tally -> tally.times().newest())
                    .max()
                    .orElseThrow();
            sentences.add(sentence("the newest event of all logs", "are their exports", newest) + backThen(newest));
            return;
        }
        for (Tally tally : old) {
            long newest = tally.times().newest();
            sentences.add(sentence("the newest event of '" + tally.source() + "'", "is its export", newest)
                    + (areAllOld
                            ? backThen(newest)
                            : "")); // while another log goes on, it would lose its newest events
        }
    }

    private String sentence(String which, String question, long newest) {
        return "%s is of %s, %d days ago; %s old?"
                .formatted(which, day(newest), (asOf - newest) / ZoneDays.DAY, question);
    }

    private String backThen(long newest) {
        return " --as-of " + date(newest).plusDays(1) + " ranks the leads as of then";
    }

    private boolean isOlder(Tally tally, long age) {
        return tally.times().hasNewest() && asOf - tally.times().newest() > age;
    }

    private boolean isLog(String source) {
        return rules.sources().events().stream().anyMatch(log -> log.name().equals(source));
    }

    private Demand demand(String source) {
        ContactSource contacts = rules.sources().contacts();
        OutcomeSource outcomes = rules.sources().outcomes();
        for (EventSource log : rules.sources().events()) {
            if (log.name().equals(source)) {
                return log.expect();
            }
        }
        if (contacts != null && source.equals(ContactReader.SOURCE)) {
            return contacts.expect();
        }
        return outcomes != null && source.equals(OutcomeReader.SOURCE) ? outcomes.expect() : Demand.NONE;
    }

    /** Writes the date of a time in the rules' timezone, whatever its year. */
    private String day(long time) {
        LocalDate date = date(time);
        return "%04d-%02d-%02d".formatted(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
    }

    private LocalDate date(long time) {
        ZoneId zone = rules.timezone().zone();
        return Instant.ofEpochMilli(time).atZone(zone).toLocalDate();
    }

    private static String rows(long count) {
        return plural(count, "row");
    }

    private static String plural(long count, String word) {
        return grouped(count) + " " + word + (count == 1 ? "" : "s");
    }

    private static String grouped(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
