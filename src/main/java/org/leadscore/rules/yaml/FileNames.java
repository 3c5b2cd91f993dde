package org.leadscore.rules.yaml;

import java.util.HashMap;
import java.util.Map;
import org.leadscore.lead.Text;
import org.leadscore.problem.Location;
import org.leadscore.rules.next.FileName;

/** Checks that the names of one sort of thing make different files. */
public final class FileNames {

    /** A name that has been read, and its place. */
    private record Taken(String name, Location at) {}

    private final String sort;
    private final Findings findings;
    private final Map<String, Taken> taken = new HashMap<>();

    /**
     * Knows no names yet.
     *
     * @param sort the thing with a name, with its article
     */
    public FileNames(String sort, Findings findings) {
        this.sort = sort;
        this.findings = findings;
    }

    /**
     * Takes a name; reports one that makes no file, or the file of another name.
     *
     * @param at the place of the name
     */
    public void take(String name, Location at) {
        if (name.isEmpty()) {
            return;
        }
        String file = FileName.of(name);
        if (file.isEmpty()) {
            findings.problem(
                    at, "no file can be named after '%s', which has no letter and no digit; add one".formatted(name));
            return;
        }
        Taken first = taken.putIfAbsent(file, new Taken(name, at));
        if (first != null && !Text.fold(first.name()).equals(Text.fold(name))) {
            findings.problem(
                    at,
                    "'%s' and '%s', %s in line %d, would both be written to %s.csv; give this one another name"
                            .formatted(name, first.name(), sort, first.at().line(), file));
        }
    }
}
