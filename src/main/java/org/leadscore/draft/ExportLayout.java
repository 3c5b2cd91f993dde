package org.leadscore.draft;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leadscore.ingest.table.Preview;
import org.leadscore.lead.CellText;
import org.leadscore.lead.ShownText;
import org.leadscore.lead.Text;
import org.leadscore.problem.InputException;
import org.leadscore.problem.Listing;
import org.leadscore.problem.UsageException;

/**
 * The roles of the files, and the columns that name the leads and the times.
 *
 * @param contacts the contact list; null when there is none, and the leads are those of the logs
 * @param lead the column that names the leads, of the contacts or else of the first log
 * @param isExact whether ids differ in case alone
 */
record ExportLayout(@Nullable Export contacts, ExportColumn lead, List<Log> logs, boolean isExact) {

    private static final int MOST_NAMED = 12;

    /**
     * A log, which is read in one way.
     *
     * @param exports its files, which have the same header
     */
    record Log(String name, List<Export> exports, ExportColumn lead, Export.Timed time) {

        Export first() {
            return exports.get(0);
        }

        /** Number of rows that were looked at, over all files. */
        int rows() {
            return exports.stream()
                    .mapToInt(export -> export.sample().rows().size())
                    .sum();
        }

        /** The values of a column, which are not blank, file by file. */
        List<String> values(String column) {
            return exports.stream()
                    .flatMap(export -> export.columns().stream())
                    .filter(each -> each.name().equals(column))
                    .flatMap(each -> each.values().stream())
                    .toList();
        }
    }

    /**
     * The form of a file. Files of the same form are one log, as a log is read in one way; the name that the user gave
     * to the log is part of it.
     */
    private record Form(
            @Nullable String log,
            List<String> header,
            @Nullable Charset encoding,
            int skip) {

        static Form of(Given file) {
            Preview sample = file.sample();
            return new Form(file.log(), sample.header(), sample.encoding(), sample.skip());
        }
    }

    /** A log of which the column of the leads is not known yet. */
    private record NamedExports(String name, List<Export> exports) {}

    /**
     * Guesses the layout of the given files.
     *
     * @throws UsageException when several files look like contact lists
     * @throws InputException with all that could not be guessed
     */
    static ExportLayout of(List<Given> files, Dates dates) {
        requireRows(files);
        List<Export> lists = new ArrayList<>();
        Map<Form, List<Export>> logs = new LinkedHashMap<>();
        Map<Form, String> names = new LinkedHashMap<>();
        for (Given file : files) {
            Export export = Export.of(file.sample(), file.path(), dates);
            boolean isLog = switch (file.role()) {
                case EVENTS -> true;
                case CONTACTS -> false;
                case UNSAID -> export.isLog();
            };
            if (isLog) {
                Form kind = Form.of(file);
                logs.computeIfAbsent(kind, none -> new ArrayList<>()).add(export);
                String said = file.log();
                names.putIfAbsent(kind, said == null || said.isBlank() ? nameOf(export.path()) : said);
            } else {
                lists.add(export);
            }
        }
        if (lists.size() > 1) {
            throw new UsageException(lists.stream().map(Export::name).collect(Collectors.joining(" and "))
                    + " all look like contact lists, of which there can be one; say which with --contacts FILE, and give logs"
                    + " with --events FILE");
        }
        return laidOut(lists.isEmpty() ? null : lists.get(0), named(logs, names));
    }

    /** The name of a log from that of its file: {@code web-2026-03.csv} is {@code web}. */
    private static String nameOf(String path) {
        String file = path.substring(path.lastIndexOf('/') + 1);
        String base = file.contains(".") ? file.substring(0, file.indexOf('.')) : file;
        String begin = base.replaceAll("[-_ ]*[0-9].*$", "")
                .replaceAll("(.)[-_ ](exports?|reports?|events?|activities|responses|tracks|utf)([-_ ].*)?$", "$1");
        String name = begin.isEmpty() ? base : begin;
        return name.isEmpty()
                ? "events"
                : name.toLowerCase(Locale.ROOT).replace(';', ','); // which parts names in reports
    }

    private static List<NamedExports> named(Map<Form, List<Export>> logs, Map<Form, String> names) {
        Set<String> taken = new HashSet<>();
        List<NamedExports> named = new ArrayList<>();
        logs.forEach((kind, exports) -> {
            String name = names.getOrDefault(kind, "events");
            for (int number = 2; !taken.add(Text.fold(name)); number++) {
                name = names.getOrDefault(kind, "events") + " " + number;
            }
            named.add(new NamedExports(name, exports));
        });
        return named;
    }

    private static ExportLayout laidOut(@Nullable Export contacts, List<NamedExports> named) {
        List<String> problems = new ArrayList<>();
        ExportColumn lead = anchor(contacts, named);
        Export anchor = contacts == null ? named.get(0).exports().get(0) : contacts;
        if (lead == null
                && contacts != null
                && named.isEmpty()
                && OutcomeColumn.of(contacts).isPresent()) {
            lead = ExportColumn.ofRows(
                    contacts.sample().start(), contacts.sample().rows().size());
        }
        if (lead == null) {
            problems.add(noLead(anchor, contacts != null));
        }
        List<Log> logs = new ArrayList<>();
        for (NamedExports log : named) {
            Export first = log.exports().get(0);
            ExportColumn own = lead == null ? null : partner(lead, first);
            if (lead != null && own == null) {
                problems.add(first.equals(anchor) ? noLead(first, false) : noShared(first, anchor, lead));
            }
            Export.Timed time = first.times().isEmpty() ? null : first.times().get(0);
            if (time == null) {
                problems.add(noTime(first));
            } else if (time.guess().isAmbiguous()) {
                problems.add(ambiguous(time));
            }
            if (own != null && time != null) {
                logs.add(new Log(log.name(), log.exports(), own, time));
            }
        }
        if (lead == null || !problems.isEmpty()) {
            throw new InputException(String.join("\n", problems));
        }
        boolean exact = hasCaseTwins(lead) && !Export.isMail(lead);
        return new ExportLayout(contacts, lead, logs, exact);
    }

    /** The column of the contacts, or else of the first log, that most logs have too. */
    private static @Nullable ExportColumn anchor(@Nullable Export contacts, List<NamedExports> named) {
        Export from = contacts == null ? named.get(0).exports().get(0) : contacts;
        ExportColumn best = null;
        long most = -1;
        for (ExportColumn candidate : from.leads()) {
            long shared = named.stream()
                    .filter(log -> partner(candidate, log.exports().get(0)) != null)
                    .count();
            if (shared > most) {
                best = candidate;
                most = shared;
            }
        }
        return best;
    }

    /** The column of a log that names leads as the other one does: with values of it, or at least of its kind. */
    private static @Nullable ExportColumn partner(ExportColumn lead, Export log) {
        Set<String> known = folded(lead);
        for (ExportColumn candidate : log.leads()) {
            if (candidate.equals(lead) || folded(candidate).stream().anyMatch(known::contains)) {
                return candidate;
            }
        }
        return log.leads().stream()
                .filter(candidate -> Export.isMail(lead)
                        ? Export.isMail(candidate)
                        : !Export.isMail(candidate) && candidate.words().equals(lead.words()))
                .findFirst()
                .orElse(null);
    }

    private static Set<String> folded(ExportColumn column) {
        return column.values().stream().map(Text::fold).collect(Collectors.toSet());
    }

    private static boolean hasCaseTwins(ExportColumn column) {
        return new HashSet<>(column.values()).size() > folded(column).size();
    }

    /** Demands rows that can be read of every file: without any, its columns look like those of no kind. */
    private static void requireRows(List<Given> files) {
        List<String> problems = files.stream()
                .map(Given::sample)
                .filter(sample -> sample.rows().isEmpty())
                .map(sample -> sample.rejects().isEmpty()
                        ? sample.start() + ": there are no rows below the header, and init looks at what stands in them"
                        : sample.rejects().get(0).message() + "; no row can be read of the "
                                + sample.rejects().size() + " that were looked at")
                .toList();
        if (!problems.isEmpty()) {
            throw new InputException(String.join("\n", problems));
        }
    }

    private static String noLead(Export export, boolean isList) {
        return export.sample().start() + ": no column tells leads apart, by an e-mail address or an id; there are "
                + names(export)
                + (isList
                        ? "; export the contact list with the address, or with the id that the logs have"
                        : "; export the rows of single people, with their address or id");
    }

    private static String noShared(Export log, Export other, ExportColumn lead) {
        String own = log.leads().isEmpty()
                ? "there are " + names(log)
                : "its '" + log.leads().get(0).name() + "' holds none of those values";
        return log.sample().start() + ": no column names leads as '" + lead.name() + "' of " + other.name() + " does; "
                + own + "; export both files with the same address or id";
    }

    private static String noTime(Export log) {
        return log.sample().start() + ": no column holds times that are known; there are " + names(log)
                + "; a log needs one, such as timestamp: 2026-01-31 14:30; if this is a contact list, give it with --contacts";
    }

    private static String ambiguous(Export.Timed time) {
        return time.column().place() + ": the times of '" + time.column().name() + "', such as "
                + CellText.of(time.column().values().get(0))
                + ", can be read with the day or with the month first; say which with --dates day-first or --dates month-first";
    }

    private static String names(Export export) {
        List<String> names = export.columns().stream()
                .map(column -> ShownText.onOneLine(column.name()))
                .toList();
        List<String> quoted = names.stream().map(name -> "'" + name + "'").toList();
        return CellText.columns(names, Listing.of(quoted, MOST_NAMED));
    }
}
