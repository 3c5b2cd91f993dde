package org.leadscore.cli.run;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.leadscore.engine.leads.ObjectionReader;
import org.leadscore.engine.leads.Objections;
import org.leadscore.ingest.input.Input;
import org.leadscore.ingest.input.InputsRead;
import org.leadscore.ingest.input.RemoteFiles;
import org.leadscore.ingest.source.SourcePaths;
import org.leadscore.rules.RuleSet;
import org.leadscore.rules.source.ObjectionSource;

/** Reads the lists of leads who objected. */
public final class ObjectionFiles {

    private ObjectionFiles() {}

    /**
     * Reads the ids of the leads who objected from the files that the rules name; nobody when they name none.
     *
     * @param rulesFile the rule file, from whose directory relative paths count
     * @throws InputException when a file is missing or broken: then nobody may be scored
     */
    public static Objections read(RuleSet rules, Path rulesFile) {
        return read(rules, rulesFile, RemoteFiles.NONE, new InputsRead());
    }

    /**
     * Reads the ids of the leads who objected, from files of which some are named by URIs.
     *
     * @param remote the files behind the URIs
     * @param inputs takes the files
     * @throws InputException when a file is missing or broken: then nobody may be scored
     */
    public static Objections read(RuleSet rules, Path rulesFile, RemoteFiles remote, InputsRead inputs) {
        ObjectionSource source = rules.sources().objections();
        if (source == null) {
            return Objections.NONE;
        }
        ObjectionReader reader = new ObjectionReader(source);
        for (Input file : files(source, rulesFile, remote)) {
            reader.read(inputs.add(file));
        }
        return reader.objections();
    }

    /**
     * The lines of the lists in which some leads stand, from 1, by file.
     *
     * @param asked the ids of these leads
     * @throws InputException as {@link #read(RuleSet, Path)} does
     */
    public static Map<String, List<Long>> lines(RuleSet rules, Path rulesFile, Objections asked) {
        Map<String, List<Long>> lines = new LinkedHashMap<>();
        ObjectionSource source = rules.sources().objections();
        if (source != null) {
            ObjectionReader reader = new ObjectionReader(source);
            for (Input file : files(source, rulesFile, RemoteFiles.NONE)) {
                lines.put(file.name(), reader.lines(file, asked::include));
            }
        }
        return lines;
    }

    private static List<Input> files(ObjectionSource source, Path rulesFile, RemoteFiles remote) {
        Path parent = rulesFile.getParent();
        Path base = parent == null ? Path.of("") : parent;
        List<Input> found = SourcePaths.resolve(source.files(), base, InputStream.nullInputStream(), remote);
        return source.dialect().isGrowing() ? found.stream().map(Input::growing).toList() : found;
    }
}
