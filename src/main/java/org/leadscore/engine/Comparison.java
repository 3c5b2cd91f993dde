package org.leadscore.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.leadscore.lead.Text;
import org.leadscore.rules.Bucket;
import org.leadscore.rules.RuleSet;
import org.leadscore.score.point.Contribution;
import org.leadscore.score.point.RankedLead;
import org.leadscore.score.point.Score;
import org.leadscore.score.point.ScoreChange;
import org.leadscore.score.point.Status;

/**
 * The rankings of two rule sets, held side by side: the leads that move, and why. Made for {@code diff}, written by
 * {@code ScoreDiff}. Equal for any order of rows and any number of threads.
 */
public final class Comparison {

    /** A ranking and the rules it was made by. */
    public record Side(RuleSet rules, List<RankedLead> leads) {

        BigDecimal scoreOf(Score score) {
            return BigDecimal.valueOf(score.value(), rules.scale().decimals());
        }
    }

    /**
     * A lead in both rankings, or in one of them.
     *
     * @param before null for a lead that only the new rule set's sources have
     * @param after null for a lead that only the old rule set's sources have
     */
    public record Move(
            @Nullable RankedLead before, @Nullable RankedLead after) {

        public Move {
            if (before == null && after == null) {
                throw new IllegalArgumentException("a lead of neither ranking");
            }
        }

        /** The lead's id, as the new ranking has it, or else the old one. */
        public String lead() {
            RankedLead known = after == null ? before : after;
            return Objects.requireNonNull(known).lead();
        }

        /** The change of the lead's score; null for a lead that one of the rankings does not have. */
        public @Nullable ScoreChange change() {
            return before == null || after == null ? null : new ScoreChange(before.score(), after.score());
        }
    }

    /**
     * The points that a rule gives all leads together, in millionths, before groups' bounds and inactivity.
     *
     * @param leads number of leads that get another amount of it than they got
     * @param before millionths by the old rule set
     * @param after millionths by the new rule set
     */
    public record RuleMove(String rule, int leads, long before, long after) {}

    /** A way from one place to another; a place is the name of a bucket or the word that stands for having none. */
    public record Passage(String from, String to) {}

    /** The place of a lead that one of the rankings does not have. */
    public static final String ABSENT = "absent";

    /** The place of a scored lead below the lowest bucket. */
    public static final String NO_BUCKET = "in no bucket";

    /** The figures by which moves are ordered; the leads of a move are found again by their indexes in the rankings. */
    private record Place(int before, int after, boolean passes, BigDecimal score, long points, String lead) {}

    private static final int NOWHERE = -1;

    private static final Comparator<Place> FARTHEST_FIRST = Comparator.comparing(Place::passes)
            .thenComparing(Place::score)
            .thenComparingLong(Place::points)
            .reversed()
            .thenComparing(Place::lead, Text::compareByCodePoint);

    private final Side before;
    private final Side after;
    private final List<Place> moves = new ArrayList<>();
    private final Map<Passage, Integer> passages = new HashMap<>();
    private final Map<String, long[]> rules = new LinkedHashMap<>();

    private Comparison(Side before, Side after) {
        this.before = before;
        this.after = after;
        after.rules().explicit().forEach(rule -> rules.put(rule.name(), new long[3]));
        after.rules().implicit().forEach(rule -> rules.put(rule.name(), new long[3]));
        before.rules().explicit().forEach(rule -> rules.putIfAbsent(rule.name(), new long[3]));
        before.rules().implicit().forEach(rule -> rules.putIfAbsent(rule.name(), new long[3]));
    }

    /**
     * Compares two rankings. Leads are the same when their ids compare as equal, without regard to case unless either
     * rule set's ids are exact.
     */
    public static Comparison of(Side before, Side after) {
        boolean exact = before.rules().sources().areIdsExact()
                || after.rules().sources().areIdsExact();
        UnaryOperator<String> id = exact ? lead -> lead : Text::fold;
        Map<String, Integer> old = new HashMap<>(before.leads().size() * 2);
        for (int i = 0; i < before.leads().size(); i++) {
            old.put(id.apply(before.leads().get(i).lead()), i);
        }
        Comparison comparison = new Comparison(before, after);
        for (int i = 0; i < after.leads().size(); i++) {
            RankedLead now = after.leads().get(i);
            Integer then = old.remove(id.apply(now.lead()));
            comparison.add(
                    then == null ? NOWHERE : then,
                    i,
                    new Move(then == null ? null : before.leads().get(then), now));
        }
        old.values()
                .forEach(then ->
                        comparison.add(then, NOWHERE, new Move(before.leads().get(then), null)));
        comparison.moves.sort(FARTHEST_FIRST);
        return comparison;
    }

    /** Number of leads that have another place, score or points. */
    public int size() {
        return moves.size();
    }

    /** Number of leads that stand in another place. */
    public long passed() {
        return moves.stream().filter(Place::passes).count();
    }

    /**
     * The move of this index, from 0: moves to another place first, then by how far the score moves, points move, and
     * by id.
     */
    public Move move(int index) {
        Place place = moves.get(index);
        return new Move(
                place.before() == NOWHERE ? null : before.leads().get(place.before()),
                place.after() == NOWHERE ? null : after.leads().get(place.after()));
    }

    /**
     * The rules whose points differ for a lead, in the order of the new rule set; those of the old one alone come last.
     */
    public List<RuleMove> rules() {
        List<RuleMove> all = new ArrayList<>();
        rules.forEach((rule, sums) -> {
            if (sums[0] > 0) {
                all.add(new RuleMove(rule, (int) sums[0], sums[1], sums[2]));
            }
        });
        return all;
    }

    /** Number of leads that went this way; a way from a place to the same one counts those that stayed. */
    public int leads(Passage passage) {
        return passages.getOrDefault(passage, 0);
    }

    /** The places of the old ranking that a lead has, best first. */
    public List<String> placesBefore() {
        return places(before.rules()).stream()
                .filter(place ->
                        passages.keySet().stream().anyMatch(way -> way.from().equals(place)))
                .toList();
    }

    /** The places of the new ranking that a lead has, best first. */
    public List<String> placesAfter() {
        return places(after.rules()).stream()
                .filter(place ->
                        passages.keySet().stream().anyMatch(way -> way.to().equals(place)))
                .toList();
    }

    /** The place of a lead: its bucket, or the word for having none; {@link #ABSENT} for null. */
    public static String place(@Nullable RankedLead lead) {
        if (lead == null) {
            return ABSENT;
        }
        Score score = lead.score();
        if (score.status() != Status.SCORED) {
            return score.status().word();
        }
        String bucket = score.bucket();
        return bucket == null ? NO_BUCKET : bucket;
    }

    private static List<String> places(RuleSet rules) {
        List<String> places =
                new ArrayList<>(rules.buckets().stream().map(Bucket::name).toList());
        places.add(NO_BUCKET);
        for (Status status : Status.values()) {
            if (status != Status.SCORED) {
                places.add(status.word());
            }
        }
        places.add(ABSENT);
        return places;
    }

    private void add(int then, int now, Move move) {
        String from = place(move.before());
        String to = place(move.after());
        passages.merge(new Passage(from, to), 1, Integer::sum);
        ScoreChange change = move.change();
        if (change == null) {
            moves.add(new Place(then, now, true, BigDecimal.ZERO, 0, move.lead()));
            return;
        }
        count(change);
        BigDecimal score = after.scoreOf(change.after())
                .subtract(before.scoreOf(change.before()))
                .abs();
        boolean passes = !from.equals(to);
        if (passes || score.signum() != 0 || change.points() != 0) {
            moves.add(new Place(then, now, passes, score, Math.abs(change.points()), move.lead()));
        }
    }

    private void count(ScoreChange change) {
        for (Contribution cause : change.causes()) {
            long[] sums = rules.get(cause.rule());
            if (sums != null) {
                sums[0]++;
            }
        }
        change.before().contributions().forEach(given -> sums(given)[1] += given.points());
        change.after().contributions().forEach(given -> sums(given)[2] += given.points());
    }

    private long[] sums(Contribution given) {
        return Objects.requireNonNull(rules.get(given.rule()), "every rule that gives is in its rule set");
    }
}
