package org.leadscore.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.leadscore.lead.Numbers;
import org.leadscore.lead.Points;
import org.leadscore.lead.Text;
import org.leadscore.problem.RulesException;
import org.leadscore.rules.file.RuleFile;
import org.leadscore.rules.rewrite.LearnedTable;
import org.leadscore.rules.rewrite.NumberPlace;
import org.leadscore.rules.rewrite.Revision;
import org.leadscore.rules.rule.Attribute;
import org.leadscore.rules.rule.ExplicitRule;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Any rule file that can be read, with other numbers put into it: it can still be read, SnakeYAML finds the same values
 * but for as many numbers as were changed, and the same numbers once more change nothing.
 */
public final class RewritingFuzz {

    private RewritingFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        FuzzInput in = new FuzzInput(input);
        SplittableRandom random = new SplittableRandom(in.choice(256));
        String text = in.text();
        RuleFile file;
        try {
            file = RuleFile.parse("rules.yaml", text);
        } catch (RulesException refused) {
            return;
        }
        Map<NumberPlace, Long> numbers = numbers(file, random);
        Map<String, LearnedTable> tables = tables(file, text, random);
        String revised = file.revised(new Revision(numbers, tables));

        RuleFile again = RuleFile.parse("rules.yaml", revised);
        assertThat(again.numberPlaces()).containsAll(file.numberPlaces());
        assertThat(again.revised(new Revision(numbers, Map.of()))).isEqualTo(revised);
        if (tables.isEmpty()) {
            assertThat(again.numberPlaces()).isEqualTo(file.numberPlaces());
            assertThat(differences(tree(text), tree(revised))).isLessThanOrEqualTo(numbers.size());
        }
    }

    private static Map<NumberPlace, Long> numbers(RuleFile file, SplittableRandom random) {
        Map<NumberPlace, Long> numbers = new HashMap<>();
        for (NumberPlace place : file.numberPlaces()) {
            boolean isPoints = !(place instanceof NumberPlace.Bucket
                    || place instanceof NumberPlace.Zero
                    || place instanceof NumberPlace.Full);
            if (isPoints && random.nextInt(4) > 0) {
                numbers.put(place, random.nextLong(-100_000, 100_000) * (Points.ONE / 1_000));
            } else if (place instanceof NumberPlace.Zero) {
                numbers.put(place, random.nextLong(-50_000, 0) * (Points.ONE / 1_000));
            } else if (place instanceof NumberPlace.Full) {
                numbers.put(place, random.nextLong(100_000, 200_000) * (Points.ONE / 1_000));
            }
        }
        return numbers;
    }

    /** Tables for the rules that have {@code learn}, whose values are pieces of the file itself. */
    private static Map<String, LearnedTable> tables(RuleFile file, String text, SplittableRandom random) {
        Map<String, LearnedTable> tables = new LinkedHashMap<>();
        for (ExplicitRule rule : file.rules().explicit()) {
            if (rule.attribute() instanceof Attribute.Unlearned unlearned) {
                tables.put(
                        rule.name(),
                        unlearned.form() == Attribute.Unlearned.Form.VALUES ? values(text, random) : TIERS);
            }
        }
        return tables;
    }

    private static final LearnedTable TIERS = new LearnedTable.Tiers(List.of(
            new LearnedTable.Tier(Map.of("at-least", "500"), 12_500_000),
            new LearnedTable.Tier(Map.of("at-least", "-1.5"), -3_000_000)));

    private static LearnedTable values(String text, SplittableRandom random) {
        Map<String, Long> points = new LinkedHashMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            int from = random.nextInt(text.length());
            int to = Math.min(text.length(), from + random.nextInt(12));
            points.put(Text.fold(text.substring(from, to)), 1_000L * random.nextInt(100_000));
        }
        points.put("", 2_000_000L);
        return new LearnedTable.Values(points, random.nextBoolean() ? 0L : null);
    }

    private static Node tree(String text) {
        String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return new Yaml(new LoaderOptions()).compose(new StringReader(plain));
    }

    /** The number of numbers that differ. */
    private static int differences(Node before, Node after) {
        assertThat(after.getNodeId()).isEqualTo(before.getNodeId());
        if (before instanceof ScalarNode one && after instanceof ScalarNode other) {
            if (one.getValue().equals(other.getValue())) {
                return 0;
            }
            assertThat(Numbers.parse(one.getValue(), '.')).as(one.getValue()).isNotNull();
            assertThat(Numbers.parse(other.getValue(), '.'))
                    .as(other.getValue())
                    .isNotNull();
            return 1;
        }
        int count = 0;
        if (before instanceof SequenceNode some && after instanceof SequenceNode others) {
            assertThat(others.getValue()).hasSameSizeAs(some.getValue());
            for (int i = 0; i < some.getValue().size(); i++) {
                count += differences(some.getValue().get(i), others.getValue().get(i));
            }
        } else if (before instanceof MappingNode some && after instanceof MappingNode others) {
            assertThat(others.getValue()).hasSameSizeAs(some.getValue());
            for (int i = 0; i < some.getValue().size(); i++) {
                assertThat(differences(
                                some.getValue().get(i).getKeyNode(),
                                others.getValue().get(i).getKeyNode()))
                        .isZero();
                count += differences(
                        some.getValue().get(i).getValueNode(),
                        others.getValue().get(i).getValueNode());
            }
        }
        return count;
    }
}
