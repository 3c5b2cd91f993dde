package org.leadscore.rules.yaml;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.leadscore.lead.Text;
import org.leadscore.problem.Location;
import org.leadscore.rules.yaml.YamlTree.Scalar;

/** Checks that the names of one sort of thing differ, compared as text is. */
public final class UniqueNames {

    private final String sort;
    private final Findings findings;
    /** The place of each name so far, by folded name. */
    private final Map<String, Location> taken = new HashMap<>();

    /**
     * Knows no names yet.
     *
     * @param sort the thing with a name, with its article
     */
    public UniqueNames(String sort, Findings findings) {
        this.sort = sort;
        this.findings = findings;
    }

    /** The name under the key {@code name}; blank, and reported, when there is none that can be used. */
    public String read(MappingFields fields) {
        fields.need("name", sort + " needs a name");
        return take(fields.text("name"));
    }

    /** Takes a name, without blanks at its ends; blank when there is none. One that is taken already is reported. */
    public String take(@Nullable Scalar name) {
        if (name == null) {
            return "";
        }
        String text = Text.strip(name.text());
        Location first = taken.putIfAbsent(Text.fold(text), name.at());
        if (first != null) {
            findings.problem(
                    name.at(),
                    "the name '%s' is taken by %s in line %d; give this one another name"
                            .formatted(text, sort, first.line()));
        }
        if (text.indexOf(';') >= 0) {
            findings.warning(
                    name.at(), "a name with ';' cannot be told from two in the reports, which part names by it");
        }
        return text;
    }
}
