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
import org.leadscore.lead.Text;
import org.leadscore.problem.UsageException;

/**
 * The roles of the files: which is the contact list, which are logs, and which holds deals. Taken by {@link ExportLayout}.
 *
 * @param lists the files of the contact list, which have the same header; none when the leads are those of the logs
 * @param others lists beside it, which may link ids or name customers
 */
record Roles(List<Export> lists, List<NamedExports> logs, List<Export> deals, List<Export> others) {

    private static final List<String> OF_COMPANIES = List.of(
            "domain",
            "website",
            "company domain",
            "company",
            "company name",
            "account name",
            "organization",
            "firma",
            "empresa");

    Roles {
        lists = List.copyOf(lists);
        logs = List.copyOf(logs);
        deals = List.copyOf(deals);
        others = List.copyOf(others);
    }

    /** A log of which the column of the leads is not known yet. */
    record NamedExports(String name, List<Export> exports) {

        NamedExports {
            exports = List.copyOf(exports);
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
            int skip,
            @Nullable String section) {

        static Form of(Given file) {
            Preview sample = file.sample();
            return new Form(file.log(), sample.header(), sample.encoding(), sample.skip(), sample.section());
        }
    }

    /** The files by what they seem to be, each by itself. */
    private static final class Sorted {

        private final Map<Form, List<Export>> lists = new LinkedHashMap<>();
        private final Map<Form, List<Export>> logs = new LinkedHashMap<>();
        private final Map<Form, String> names = new LinkedHashMap<>();
        private final List<Export> deals = new ArrayList<>();
        /** The list that the user named; null when none was. */
        private @Nullable Form said;

        void add(Given file, Dates dates) {
            Export export = Export.of(file.sample(), file.path(), dates);
            Form form = Form.of(file);
            switch (file.role()) {
                case EVENTS -> addLog(file, form, export);
                case CONTACTS -> {
                    said = form;
                    addTo(lists, form, export);
                }
                case UNSAID -> {
                    if (Deals.isLike(export)) {
                        deals.add(export);
                    } else if (export.isLog()) {
                        addLog(file, form, export);
                    } else {
                        addTo(lists, form, export);
                    }
                }
            }
        }

        private void addLog(Given file, Form form, Export export) {
            addTo(logs, form, export);
            String said = file.log();
            names.putIfAbsent(form, said == null || said.isBlank() ? nameOf(export.path()) : said);
        }

        /** Takes lists for logs in which ids of the contact list come back, beside times: no list has anybody twice. */
        void takeForLogs(Form contacts) {
            Export list = lists.getOrDefault(contacts, List.of()).get(0);
            for (Map.Entry<Form, List<Export>> each : List.copyOf(lists.entrySet())) {
                Export other = each.getValue().get(0);
                boolean comesBack = list.keys().stream()
                        .filter(ExportColumn::isUnique)
                        .flatMap(key -> Joining.best(key, other).stream())
                        .anyMatch(joining ->
                                2 * joining.shared() > joining.column().distinct()
                                        && joining.column().distinct()
                                                < joining.column().values().size());
                if (!each.getKey().equals(contacts)
                        && !other.times().isEmpty()
                        && !Deals.areCustomers(other)
                        && !isOfCompanies(other)
                        && comesBack) {
                    lists.remove(each.getKey());
                    logs.put(each.getKey(), each.getValue());
                    names.put(each.getKey(), nameOf(other.path()));
                }
            }
        }

        private static void addTo(Map<Form, List<Export>> all, Form form, Export export) {
            all.computeIfAbsent(form, none -> new ArrayList<>()).add(export);
        }
    }

    /**
     * Guesses the roles.
     *
     * @throws UsageException when several files look like contact lists, and nothing tells which is the one
     */
    static Roles of(List<Given> files, Dates dates) {
        Sorted sorted = new Sorted();
        files.forEach(file -> sorted.add(file, dates));
        if (sorted.lists.isEmpty() && sorted.logs.isEmpty() && !sorted.deals.isEmpty()) {
            Export first = sorted.deals.remove(0); // deals alone are a list of those with whom they were made
            sorted.lists.put(new Form(null, first.sample().header(), null, 0, null), List.of(first));
        }
        List<Export> partners = new ArrayList<>(
                sorted.logs.values().stream().map(exports -> exports.get(0)).toList());
        partners.addAll(sorted.deals);
        Form list = chosen(sorted, partners);
        if (list != null) {
            sorted.takeForLogs(list);
        }
        List<NamedExports> logs = named(sorted.logs, sorted.names);
        List<Export> others = new ArrayList<>();
        sorted.lists.forEach((form, exports) -> {
            if (!form.equals(list)) {
                others.addAll(exports);
            }
        });
        return new Roles(
                list == null ? List.of() : sorted.lists.getOrDefault(list, List.of()), logs, sorted.deals, others);
    }

    /** The contact list: the one that the user named, the only one of people, or the one that the other files join best. */
    private static @Nullable Form chosen(Sorted sorted, List<Export> partners) {
        if (sorted.said != null || sorted.lists.isEmpty()) {
            return sorted.said;
        }
        Map<Form, List<Export>> candidates = new LinkedHashMap<>(sorted.lists);
        if (candidates.size() > 1) {
            candidates
                    .values()
                    .removeIf(exports -> isOfCompanies(exports.get(0))
                            || exports.get(0).leads().isEmpty());
        }
        if (candidates.size() > 1) {
            Map<Form, List<Export>> noCustomers = new LinkedHashMap<>(candidates);
            noCustomers.values().removeIf(exports -> Deals.areCustomers(exports.get(0)));
            candidates = noCustomers.isEmpty() ? candidates : noCustomers;
        }
        Form whole = joinedByAll(candidates);
        if (whole != null && partners.isEmpty()) {
            return whole;
        }
        Form best = null;
        int most = -1;
        boolean isClear = true;
        for (Map.Entry<Form, List<Export>> each : candidates.entrySet()) {
            Export list = each.getValue().get(0);
            List<Export> others = sorted.lists.values().stream()
                    .map(exports -> exports.get(0))
                    .filter(other -> !other.equals(list))
                    .toList();
            int joined = (int) partners.stream()
                    .filter(partner -> joins(list, partner) || joinsThrough(list, others, partner))
                    .count();
            int worth = 100 * joined - Math.min(0, list.worthAsLog());
            isClear = worth == most ? false : worth > most || isClear;
            if (worth > most) {
                best = each.getKey();
                most = worth;
            }
        }
        if (best == null && !sorted.lists.isEmpty()) {
            return sorted.lists.keySet().iterator().next();
        }
        if (!isClear && whole != null) {
            return whole;
        }
        if (!isClear || candidates.size() > 1 && partners.isEmpty()) {
            throw new UsageException(candidates.values().stream()
                            .map(exports -> exports.get(0).name())
                            .collect(Collectors.joining(" and "))
                    + " all look like contact lists, of which there can be one; say which with --contacts FILE, and give logs"
                    + " with --events FILE");
        }
        return best;
    }

    /**
     * The list that tells most about people, if all others tell more about people of it; the first of several. Null when there
     * is none.
     */
    private static @Nullable Form joinedByAll(Map<Form, List<Export>> candidates) {
        Form fullest = null;
        int least = Integer.MAX_VALUE;
        for (Map.Entry<Form, List<Export>> each : candidates.entrySet()) {
            int worth = each.getValue().get(0).worthAsLog();
            if (worth < least) {
                least = worth;
                fullest = each.getKey();
            }
        }
        if (fullest == null || candidates.size() < 2) {
            return null;
        }
        Export list = candidates.getOrDefault(fullest, List.of()).get(0);
        boolean joinsAll = candidates.values().stream()
                .map(exports -> exports.get(0))
                .allMatch(other ->
                        other.equals(list) || Lookup.best(list, other, Set.of()).isPresent());
        return joinsAll ? fullest : null;
    }

    /** True when another list has ids of both. */
    private static boolean joinsThrough(Export list, List<Export> others, Export partner) {
        return others.stream().anyMatch(other -> joins(list, other) && joins(other, partner));
    }

    private static boolean joins(Export list, Export partner) {
        return list.keys().stream()
                .anyMatch(column -> Joining.best(column, partner).isPresent());
    }

    /** True when the file is about companies and not about single people. */
    static boolean isOfCompanies(Export export) {
        return export.leads().stream().noneMatch(Export::isMail)
                && export.columns().stream().anyMatch(column -> column.isCalled(OF_COMPANIES));
    }

    /** The contact list, or the first file of it; null without one. */
    @Nullable
    Export contacts() {
        return lists.isEmpty() ? null : lists.get(0);
    }

    /** Sentences about files that are neither a contact list nor a log. */
    List<String> saidOfNone() {
        return deals.stream()
                .map(export -> export.sample().start()
                        + ": holds deals; a contact list or a log is missing, of people with their address or id")
                .toList();
    }

    /** The line for a list that is not used. */
    static String saidOf(Export other, Export anchor) {
        String lines = Lookup.proposed(anchor, other);
        String advice = lines == null
                ? ""
                : "; if they belong together, export both with a column that they share, such as an id or a domain, and add to the rule file: "
                        + lines;
        if (isOfCompanies(other)) {
            return other.name() + ": not used: it is about companies, and none of them is found by a column of "
                    + anchor.name() + advice;
        }
        return other.name() + ": not used: it is a second list of people, and none of them is in " + anchor.name()
                + "; if it is the one that counts, give it with --contacts; if its rows are events, with --events"
                + advice;
    }

    /** The name of a log from that of its file: {@code web-2026-03.csv} is {@code web}. */
    static String nameOf(String path) {
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
}
