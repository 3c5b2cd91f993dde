package org.leadscore.report.earlier;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.leadscore.ingest.input.Input;
import org.leadscore.lead.CellText;
import org.leadscore.lead.Text;
import org.leadscore.lead.TimeFormat;
import org.leadscore.lead.ZoneDays;
import org.leadscore.report.table.CsvForm;
import org.leadscore.report.table.CsvTable;
import org.leadscore.report.table.FormulaGuard;
import org.leadscore.report.table.Slices;
import org.leadscore.report.table.ZonedTimes;
import org.leadscore.segment.Ledger;
import org.leadscore.segment.Ledger.Entry;
import org.leadscore.segment.Ledger.Kind;

/**
 * Reads and writes the ledger as a table. Its form never depends on the options of a run, as the next run has to
 * understand it.
 */
public final class LedgerCsv {

    private static final List<String> COLUMNS = List.of("lead", "kind", "name", "to", "time");
    private static final String REMEDY =
            "mend the line, or take the ledger from a backup: what is forgotten is done again";

    private LedgerCsv() {}

    /**
     * Reads a ledger.
     *
     * @param exact whether the case of ids counts
     * @param zone of times that name none
     * @throws InputException when a row is broken; then no row of it is used
     */
    public static Ledger read(Input input, boolean exact, ZoneDays zone) {
        KeptTable table = new KeptTable(input, REMEDY);
        TimeFormat times = TimeFormat.iso(zone);
        List<Entry> entries = new ArrayList<>();
        List<String> header = table.read(
                COLUMNS,
                List.of(),
                CsvForm.PLAIN.delimiter(),
                (line, cells) -> entries.add(entry(table, times, line, cells)));
        if (header.size() > COLUMNS.size()) {
            throw table.broken(1, "a ledger has the columns " + String.join(", ", COLUMNS) + " and no others");
        }
        return Ledger.of(exact, entries);
    }

    /**
     * Writes and flushes; the stream stays open.
     *
     * @param threads at least one; the bytes are the same for any number
     */
    public static void write(Ledger ledger, ZoneDays zone, OutputStream out, int threads) throws IOException {
        CsvTable header = new CsvTable(out, CsvForm.PLAIN);
        header.names(COLUMNS);
        header.endRow();
        header.flush();
        List<Entry> entries = ledger.entries();
        new Slices(CsvForm.PLAIN, zone.zone(), threads)
                .write(
                        entries.size(),
                        (table, times, from, to) -> {
                            for (Entry entry : entries.subList(from, to)) {
                                write(entry, table, times);
                            }
                        },
                        out);
        out.flush();
    }

    private static void write(Entry entry, CsvTable table, ZonedTimes times) throws IOException {
        table.text(entry.id());
        table.plain(entry.kind().word());
        table.text(entry.name());
        table.text(entry.to());
        table.plain(times.utf8(entry.time()));
        table.endRow();
    }

    private static Entry entry(KeptTable table, TimeFormat times, long line, List<String> cells) {
        String lead = FormulaGuard.unguard(cells.get(0));
        if (Text.isBlank(lead)) {
            throw table.broken(line, "the id of the lead is blank");
        }
        Kind kind = kind(table, line, cells.get(1));
        String name = FormulaGuard.unguard(cells.get(2));
        if (kind.hasName() && Text.isBlank(name)) {
            throw table.broken(line, "the name of the " + kind.word() + " is blank");
        }
        long time = times.millis(cells.get(4));
        if (time == TimeFormat.NONE) {
            throw table.broken(line, CellText.of(cells.get(4)) + " is not a time " + times.description());
        }
        return new Entry(lead, kind, name, FormulaGuard.unguard(cells.get(3)), time);
    }

    private static Kind kind(KeptTable table, long line, String word) {
        for (Kind kind : Kind.values()) {
            if (kind.word().equals(Text.fold(word))) {
                return kind;
            }
        }
        String known = Stream.of(Kind.values()).map(Kind::word).collect(Collectors.joining(" nor "));
        throw table.broken(line, CellText.of(word) + " is neither " + known);
    }
}
