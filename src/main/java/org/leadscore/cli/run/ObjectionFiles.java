package org.leadscore.cli.run;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.leadscore.engine.leads.Objections;
import org.leadscore.ingest.input.Input;
import org.leadscore.ingest.input.RemoteFiles;
import org.leadscore.ingest.input.SourcePaths;
import org.leadscore.report.earlier.ObjectionsCsv;
import org.leadscore.rules.RuleSet;
import org.leadscore.rules.condition.Field;
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
        return read(rules, rulesFile, RemoteFiles.NONE);
    }

    /**
     * Reads the ids of the leads who objected, from files of which some are named by URIs.
     *
     * @param remote the files behind the URIs
     * @throws InputException when a file is missing or broken: then nobody may be scored
     */
    public static Objections read(RuleSet rules, Path rulesFile, RemoteFiles remote) {
        ObjectionSource source = rules.sources().objections();
        if (source == null) {
            return Objections.NONE;
        }
        Path parent = rulesFile.getParent();
        Path base = parent == null ? Path.of("") : parent;
        List<String> columns =
                source.lead().columns().fields().stream().map(Field::name).toList();
        List<String> ids = new ArrayList<>();
        for (Input file : SourcePaths.resolve(source.files(), base, InputStream.nullInputStream(), remote)) {
            ids.addAll(ObjectionsCsv.read(file, columns, source.lead().takesFirst()));
        }
        return Objections.of(source.lead().exact(), ids);
    }
}
