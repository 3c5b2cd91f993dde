package org.leadscore.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.leadscore.calibrate.Learned;
import org.leadscore.calibrate.LearnedColumn;
import org.leadscore.calibrate.LearnedEntry;
import org.leadscore.lead.Points;
import org.leadscore.rules.Bucket;
import org.leadscore.rules.RuleSet;
import org.leadscore.rules.file.RuleFile;
import org.leadscore.rules.rewrite.LearnedTable;
import org.leadscore.rules.rewrite.NumberPlace;
import org.leadscore.rules.rewrite.Revision;
import org.leadscore.rules.rewrite.TableText;

/** Turns learned points into new numbers for the rule file that they were learned for. */
public final class Revisions {

    private Revisions() {}

    /**
     * Collects the new numbers and tables. {@code zero} and {@code full} are among them where the file has them; a file without
     * {@code score} gets that key.
     *
     * @param withBuckets true to have the limits of buckets that are proposed among them, too
     */
    public static Revision of(RuleFile file, RuleSet rules, Learned learned, boolean withBuckets) {
        Set<NumberPlace> places = new HashSet<>(file.numberPlaces());
        Map<NumberPlace, Long> numbers = new HashMap<>();
        Map<String, LearnedTable> tables = new HashMap<>();
        for (LearnedColumn column : learned.columns()) {
            String rule = column.column().rule();
            List<LearnedEntry> entries = column.entries();
            Optional<LearnedTable> table = column.column()
                    .choose(
                            choice -> Optional.empty(),
                            amount -> Optional.empty(),
                            values -> Optional.of(values(entries)),
                            tiers -> Optional.of(tiers(entries)));
            if (!entries.isEmpty() && table.isPresent()) {
                tables.put(rule, table.get());
            } else {
                for (int i = 0; i < entries.size(); i++) {
                    LearnedEntry entry = entries.get(i);
                    numbers.put(Places.of(rule, entry.entry(), i), entry.newPoints());
                }
            }
        }
        numbers.put(new NumberPlace.Zero(), learned.scale().zero());
        numbers.put(new NumberPlace.Full(), learned.scale().full());
        Map<String, String> keys = new LinkedHashMap<>();
        if (!file.has("score")) {
            keys.put(
                    "score",
                    "{zero: " + Points.format(learned.scale().zero(), 3) + ", full: "
                            + Points.format(learned.scale().full(), 3) + "}");
        }
        if (withBuckets && !learned.bucketLimits().isEmpty()) {
            List<Integer> limits = learned.bucketLimits();
            for (int i = 0; i + 1 < limits.size(); i++) { // the lowest stays where it is
                numbers.put(new NumberPlace.Bucket(i), limits.get(i) * Points.ONE);
            }
            if (!file.has("buckets")) {
                keys.put("buckets", buckets(rules.buckets(), limits));
            }
        }
        numbers.keySet().retainAll(places);
        return new Revision(numbers, tables, keys);
    }

    private static String buckets(List<Bucket> buckets, List<Integer> limits) {
        return IntStream.range(0, limits.size())
                .mapToObj(i -> "{name: " + TableText.scalar(buckets.get(i).name()) + ", from: " + limits.get(i) + "}")
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private static LearnedTable values(List<LearnedEntry> entries) {
        Map<String, Long> points = new LinkedHashMap<>();
        @Nullable Long otherwise = null;
        for (LearnedEntry entry : entries) {
            switch (entry.entry().place()) {
                case OTHERWISE -> otherwise = entry.newPoints();
                case VALUE -> points.put(entry.entry().label(), entry.newPoints());
                case RULE, EACH, TIER -> throw new IllegalStateException("no entry of a table: " + entry.entry());
            }
        }
        return new LearnedTable.Values(points, otherwise);
    }

    private static LearnedTable tiers(List<LearnedEntry> entries) {
        List<LearnedTable.Tier> tiers = new ArrayList<>();
        for (LearnedEntry entry : entries) {
            Map<String, String> tests = new LinkedHashMap<>();
            for (String test : entry.entry().label().split(", ", -1)) {
                String[] parts = test.split(": ", 2);
                tests.put(parts[0], parts[1]);
            }
            tiers.add(new LearnedTable.Tier(tests, entry.newPoints()));
        }
        return new LearnedTable.Tiers(tiers);
    }
}
