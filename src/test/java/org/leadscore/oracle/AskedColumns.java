package org.leadscore.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.leadscore.rules.condition.Field;

/** The columns that rules ask for, with a short name for each form that is asked: text, folded or not, number, time. */
final class AskedColumns {

    /** The forms in which a column may be asked for. */
    enum As {
        RAW,
        FOLDED,
        NUMBER,
        TIME,
        END
    }

    private final String prefix;
    private final List<Field> fields = new ArrayList<>();
    private final List<Set<As>> asked = new ArrayList<>();

    AskedColumns(String prefix) {
        this.prefix = prefix;
    }

    String ask(Field field, As as) {
        int i = 0;
        while (i < fields.size() && !fields.get(i).sameAs(field)) {
            i++;
        }
        if (i == fields.size()) {
            fields.add(field);
            asked.add(new TreeSet<>());
        }
        asked.get(i).add(as);
        return name(i, as);
    }

    /** Writes the columns as items of a SELECT list, each with a comma in front. */
    String select(BiFunction<Field, As, String> values) {
        StringBuilder list = new StringBuilder();
        for (int i = 0; i < fields.size(); i++) {
            for (As as : asked.get(i)) {
                list.append(", ")
                        .append(values.apply(fields.get(i), as))
                        .append(" AS ")
                        .append(name(i, as));
            }
        }
        return list.toString();
    }

    private String name(int i, As as) {
        return prefix + i + "_" + as.name().toLowerCase(java.util.Locale.ROOT);
    }
}
