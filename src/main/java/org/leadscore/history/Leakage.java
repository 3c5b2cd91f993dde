package org.leadscore.history;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.leadscore.engine.past.Past;
import org.leadscore.lead.Text;
import org.leadscore.rules.RuleSet;
import org.leadscore.rules.condition.Field;
import org.leadscore.rules.rule.ExplicitRule;

/** Looks for contact fields that are filled in when a lead becomes a customer. */
final class Leakage {

    private final Map<String, Field> fields = new LinkedHashMap<>(); // by name
    private final Map<String, List<String>> rulesOf = new LinkedHashMap<>(); // names of rules by name of a field

    /** @param idColumns those that identify the lead, which cannot give anything away */
    Leakage(RuleSet rules, Set<String> idColumns) {
        for (ExplicitRule rule : rules.explicit()) {
            for (Field field : rule.attribute().fields()) {
                if (!idColumns.contains(field.name())) {
                    fields.putIfAbsent(field.name(), field);
                    List<String> known = rulesOf.computeIfAbsent(field.name(), none -> new ArrayList<>());
                    if (!known.contains(rule.name())) {
                        known.add(rule.name());
                    }
                }
            }
        }
    }

    /** The fields whose texts {@link #counts} needs, in this order. */
    List<Field> fields() {
        return List.copyOf(fields.values());
    }

    /**
     * Counts how often each field is filled, for customers and for others.
     *
     * @param from the first of the fields in {@link Past#texts}
     */
    List<Leak> counts(Past past, int from) {
        List<String> names = List.copyOf(fields.keySet());
        long[][] filled = new long[2][names.size()];
        long[] leads = new long[2];
        for (int lead = 0; lead < past.leads(); lead++) {
            int side = past.customerSince(lead) == Past.NEVER ? 0 : 1;
            leads[side]++;
            List<String> texts = past.texts(lead);
            for (int i = 0; i < names.size(); i++) {
                filled[side][i] += Text.isBlank(texts.get(from + i)) ? 0 : 1;
            }
        }
        List<Leak> all = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            List<String> rules = rulesOf.getOrDefault(names.get(i), List.of());
            all.add(new Leak(names.get(i), filled[1][i], leads[1], filled[0][i], leads[0], rules));
        }
        return all;
    }

    /** The names of the rules that look at these fields. */
    static Set<String> rules(List<Leak> leaks) {
        return leaks.stream().flatMap(leak -> leak.rules().stream()).collect(Collectors.toSet());
    }
}
