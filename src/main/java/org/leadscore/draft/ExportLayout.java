package org.leadscore.draft;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leadscore.lead.CellText;
import org.leadscore.lead.ShownText;
import org.leadscore.lead.Text;
import org.leadscore.problem.InputException;
import org.leadscore.problem.Listing;
import org.leadscore.problem.UsageException;
import org.leadscore.rules.rewrite.TableText;

/**
 * The roles of the files, and the columns that name the leads and the times.
 *
 * @param contacts the contact list, or the first file of several with the same header; null when there is none, and the
 *     leads are those of the logs
 * @param lists all files of the contact list
 * @param lead the column that names the leads, of the contacts or else of the first log
 * @param deals who became a customer; null when no file says it
 * @param links tables by which ids of one person are linked
 * @param lookups tables that tell more about the contacts
 * @param isExact whether ids differ in case alone
 * @param leftOut a line for each file that is not used: why, and what would make it useful
 */
record ExportLayout(
        @Nullable Export contacts,
        List<Export> lists,
        ExportColumn lead,
        List<Log> logs,
        @Nullable Deals deals,
        List<Link> links,
        List<Lookup> lookups,
        boolean isExact,
        List<String> leftOut) {

    private static final int MOST_NAMED = 12;

    ExportLayout {
        lists = List.copyOf(lists);
        logs = List.copyOf(logs);
        links = List.copyOf(links);
        lookups = List.copyOf(lookups);
        leftOut = List.copyOf(leftOut);
    }

    /**
     * A log, which is read in one way.
     *
     * @param exports its files, which have the same header
     * @param visitor the column that stands in where that of the lead is blank; null without one
     * @param isJoined whether rows that were looked at are about leads of the contact list; true without one
     */
    record Log(
            String name,
            List<Export> exports,
            ExportColumn lead,
            @Nullable ExportColumn visitor,
            Export.Timed time,
            boolean isJoined) {

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
     * Guesses the layout of the given files.
     *
     * @throws UsageException when several files look like contact lists
     * @throws InputException with all that could not be guessed
     */
    static ExportLayout of(List<Given> files, Dates dates) {
        requireRows(files);
        Roles roles = Roles.of(files, dates);
        return new Search(roles).layout();
    }

    /** Looks for the columns that join the files, once the roles of the files are known. Used once. */
    private static final class Search {

        private final Roles roles;
        private final List<String> problems = new ArrayList<>();
        private final List<String> leftOut = new ArrayList<>();
        private final List<Link> links = new ArrayList<>();
        private final List<Lookup> lookups = new ArrayList<>();
        /** Lists beside the contact list of which it is not known yet what they are good for. */
        private final List<Export> spare;

        Search(Roles roles) {
            this.roles = roles;
            this.spare = new ArrayList<>(roles.others());
        }

        ExportLayout layout() {
            Export contacts = roles.contacts();
            if (contacts == null && roles.logs().isEmpty()) {
                throw new InputException(String.join("\n", roles.saidOfNone()));
            }
            Export anchor = contacts == null ? anchorLog().exports().get(0) : contacts;
            ExportColumn lead = anchorColumn(anchor, contacts);
            boolean isNoId = lead == null
                    || !lead.isMail() && 2 * lead.distinct() < lead.values().size();
            if (isNoId
                    && contacts != null
                    && roles.logs().isEmpty()
                    && OutcomeColumn.of(contacts).isPresent()) {
                lead = ExportColumn.ofRows(
                        contacts.sample().start(), contacts.sample().rows().size());
            }
            if (lead == null) {
                problems.add(noLead(anchor, contacts != null));
            }
            List<Log> logs = new ArrayList<>();
            for (Roles.NamedExports log : roles.logs()) {
                add(log, anchor, contacts, lead, logs);
            }
            Deals deals = lead == null ? null : deals(anchor, lead);
            if (lead == null || !problems.isEmpty()) {
                throw new InputException(String.join("\n", problems));
            }
            for (Export other : spare) {
                Set<String> taken =
                        lookups.stream().map(each -> Text.fold(each.name())).collect(Collectors.toSet());
                Optional<Lookup> lookup = contacts == null
                                || contacts.equals(other)
                                || other.sample().section() != null // which a lookup cannot say
                        ? Optional.empty()
                        : Lookup.best(contacts, other, taken);
                lookup.ifPresentOrElse(lookups::add, () -> leftOut.add(Roles.saidOf(other, anchor)));
            }
            boolean exact = hasCaseTwins(lead) && !lead.isMail();
            return new ExportLayout(
                    contacts,
                    contacts == null ? List.of() : roles.lists(),
                    lead,
                    logs,
                    deals,
                    links,
                    lookups,
                    exact,
                    leftOut);
        }

        /** The log whose leads are those that are scored where there is no contact list: the first that has addresses. */
        private Roles.NamedExports anchorLog() {
            return roles.logs().stream()
                    .filter(log -> log.exports().get(0).leads().stream().anyMatch(ExportColumn::isMail))
                    .findFirst()
                    .orElse(roles.logs().get(0));
        }

        private void add(
                Roles.NamedExports log,
                Export anchor,
                @Nullable Export contacts,
                @Nullable ExportColumn lead,
                List<Log> logs) {
            Export first = log.exports().get(0);
            Optional<Joining> joined =
                    lead == null || first.equals(anchor) ? Optional.empty() : Joining.best(lead, first);
            ExportColumn own = lead == null
                    ? null
                    : first.equals(anchor)
                            ? lead
                            : joined.map(Joining::column)
                                    .orElseGet(() ->
                                            linked(log, anchor, contacts, lead).orElse(partner(lead, first)));
            if (lead != null && own == null) {
                problems.add(noShared(first, anchor, lead));
            }
            Export.Timed time = first.times().isEmpty() ? null : first.times().get(0);
            if (time == null) {
                problems.add(noTime(first));
            } else if (time.guess().isAmbiguous()) {
                problems.add(ambiguous(time));
            }
            if (own != null && time != null) {
                String quoted = "'" + own.name() + "'";
                boolean isLinked = joined.isEmpty()
                        && links.stream().anyMatch(link -> link.reason().contains(quoted));
                ExportColumn visitor = isLinked ? null : visitor(first, own);
                if (visitor != null) {
                    links.add(visitorLink(log, visitor, own));
                }
                ExportColumn whole = lead != null && lead.isMail() && !own.isMail() && joined.isPresent()
                        ? companion(first, own)
                        : null;
                if (whole != null) {
                    links.add(visitorLink(log, whole, own));
                    own = whole;
                    visitor = null;
                }
                boolean isJoined = contacts == null || joined.isPresent() || isLinked;
                logs.add(new Log(log.name(), log.exports(), own, visitor, time, isJoined));
            }
        }

        private static Link visitorLink(Roles.NamedExports log, ExportColumn visitor, ExportColumn own) {
            return new Link(
                    "log: " + TableText.scalar(log.name()) + ", from: " + TableText.scalar(visitor.name()) + ", to: "
                            + TableText.scalar(own.name()),
                    "what a visitor did before '" + own.name() + "' was known");
        }

        /**
         * The column of a visitor, where that of the lead is blank in some rows of visitors; null without one, or where it
         * would link nobody.
         */
        private static @Nullable ExportColumn visitor(Export log, ExportColumn own) {
            ExportColumn visitor =
                    log.visitor().filter(each -> !each.equals(own)).orElse(null);
            if (visitor == null) {
                return null;
            }
            List<String> leads = log.cells(own);
            List<String> visitors = log.cells(visitor);
            boolean hasBoth = false;
            boolean hasVisitor = false;
            for (int i = 0; i < leads.size(); i++) {
                boolean isBlank = visitors.get(i).isEmpty();
                hasBoth |= !isBlank && !leads.get(i).isEmpty();
                hasVisitor |= !isBlank && leads.get(i).isEmpty();
            }
            return hasBoth && hasVisitor ? visitor : null;
        }

        /**
         * A column that stays the same for a visitor while the column of the lead has an id first and the address later; null
         * without one.
         */
        private static @Nullable ExportColumn companion(Export log, ExportColumn own) {
            List<String> ids = log.cells(own);
            for (ExportColumn column : log.keys()) {
                if (column.equals(own) || column.values().size() < ids.size()) {
                    continue;
                }
                List<String> visitors = log.cells(column);
                Set<String> before = new HashSet<>();
                Set<String> known = new HashSet<>();
                for (int i = 0; i < ids.size(); i++) {
                    (ids.get(i).indexOf('@') > 0 ? known : before).add(visitors.get(i));
                }
                known.retainAll(before);
                if (!known.isEmpty()) {
                    return column;
                }
            }
            return null;
        }

        /** The column of a log that another table links to the lead; the link is noted. */
        private Optional<ExportColumn> linked(
                Roles.NamedExports log, Export anchor, @Nullable Export contacts, ExportColumn lead) {
            Export first = log.exports().get(0);
            Optional<Linked> own = linkIn(anchor, lead, first);
            if (own.isPresent()) {
                String where = contacts == null
                        ? "log: " + TableText.scalar(anchorLog().name())
                        : "contacts: true";
                note(where, own.get(), contacts == null ? lead : null, anchor);
                return own.map(Linked::ofLog);
            }
            for (Export other : List.copyOf(spare)) {
                Optional<Joining> to = Joining.best(lead, other);
                Optional<Linked> by =
                        to.isEmpty() ? Optional.empty() : linkIn(other, to.get().column(), first);
                if (by.isPresent()) {
                    spare.remove(other);
                    note(
                            "path: " + TableText.scalar(other.path()) + DraftSources.inline(other),
                            by.get(),
                            to.get().column(),
                            other);
                    return by.map(Linked::ofLog);
                }
            }
            for (Roles.NamedExports other : roles.logs()) {
                Export table = other.exports().get(0);
                Optional<Joining> to =
                        table.equals(first) || table.equals(anchor) ? Optional.empty() : Joining.best(lead, table);
                Optional<Linked> by =
                        to.isEmpty() ? Optional.empty() : linkIn(table, to.get().column(), first);
                if (by.isPresent()) {
                    note(
                            "log: " + TableText.scalar(other.name()),
                            by.get(),
                            to.get().column(),
                            table);
                    return by.map(Linked::ofLog);
                }
            }
            return Optional.empty();
        }

        /** The two columns of a link: that of the table, and that of the log with its values. */
        private record Linked(ExportColumn ofTable, ExportColumn ofLog, double share) {}

        private static Optional<Linked> linkIn(Export table, ExportColumn lead, Export log) {
            return table.keys().stream()
                    .filter(column -> !column.equals(lead))
                    .map(column -> Joining.best(column, log)
                            .map(joining -> new Linked(column, joining.column(), joining.share())))
                    .flatMap(Optional::stream)
                    .max(Comparator.comparingDouble(Linked::share));
        }

        private void note(String where, Linked link, @Nullable ExportColumn to, Export table) {
            String entry = where + ", from: " + TableText.scalar(link.ofTable().name())
                    + (to == null ? "" : ", to: " + TableText.scalar(to.name()));
            if (links.stream().noneMatch(each -> each.entry().equals(entry))) {
                links.add(new Link(
                        entry,
                        "the values of '" + link.ofLog().name() + "' stand in '"
                                + link.ofTable().name() + "' of " + table.path()));
            }
        }

        private @Nullable Deals deals(Export anchor, ExportColumn lead) {
            Deals found = null;
            for (Export export : roles.deals()) {
                Optional<ExportColumn> own = Joining.best(lead, export)
                        .map(Joining::column)
                        .or(() -> linked(
                                new Roles.NamedExports("deals", List.of(export)), anchor, roles.contacts(), lead))
                        .or(() -> Optional.ofNullable(partner(lead, export)));
                if (own.isEmpty()) {
                    leftOut.add(
                            export.name() + ": not used: it holds deals, but no column names leads as '" + lead.name()
                                    + "' of " + anchor.name()
                                    + " does; export the deals with the address or the id of their contact");
                } else if (found == null) {
                    found = Deals.of(export, own.get());
                } else {
                    leftOut.add(export.name() + ": not used: " + found.export().name()
                            + " says who became a customer, and there can be one such table; put them into one file");
                }
            }
            if (found == null) {
                found = customers(lead);
            }
            if (found == null) {
                found = ofContacts(lead);
            }
            if (found != null && found.time() == null) {
                found.doubtfulTime().ifPresent(time -> problems.add(ambiguous(time)));
            }
            return found;
        }

        /** The deals in a contact list that has the stage and the time of closing in a row with the person; null without them. */
        private @Nullable Deals ofContacts(ExportColumn lead) {
            Export contacts = roles.contacts();
            if (contacts == null
                    || lead.isRowNumber()
                    || !Deals.isLike(contacts)
                    || OutcomeColumn.of(contacts)
                            .filter(OutcomeColumn::canBeLearned)
                            .isPresent()) {
                return null;
            }
            Deals deals = Deals.of(contacts, lead);
            return deals.time() == null || deals.stage() == null || deals.won().isEmpty() || !deals.isTimeOfClosing()
                    ? null
                    : deals;
        }

        /** A list of customers beside the contact list; null without one. */
        private @Nullable Deals customers(ExportColumn lead) {
            for (Export other : List.copyOf(spare)) {
                Optional<Joining> joined = Joining.best(lead, other);
                if (joined.isPresent() && Deals.areCustomers(other)) {
                    spare.remove(other);
                    return Deals.of(other, joined.get().column());
                }
            }
            return null;
        }

        /**
         * The column of the contacts, or else of the first log, by whose values most of the other files join, and most of
         * their rows; of equal ones the likeliest by itself, which is an address.
         */
        private @Nullable ExportColumn anchorColumn(Export anchor, @Nullable Export contacts) {
            List<Export> partners = new ArrayList<>();
            roles.logs().stream()
                    .map(log -> log.exports().get(0))
                    .filter(log -> !log.equals(anchor))
                    .forEach(partners::add);
            partners.addAll(roles.deals());
            ExportColumn best = anchor.leads().isEmpty() ? null : anchor.leads().get(0);
            double most = 0;
            for (ExportColumn candidate : anchor.keys()) {
                if (contacts != null && !candidate.isUnique() && !anchor.leads().contains(candidate)) {
                    continue;
                }
                double worth = 0;
                for (Export partner : partners) {
                    Optional<Joining> joined = Joining.best(candidate, partner);
                    if (joined.isPresent()) {
                        worth += 1 + Math.round(joined.get().share() * 20) / 20.0;
                    } else if (anchor.leads().contains(candidate) && partner(candidate, partner) != null) {
                        worth += 0.5;
                    }
                }
                if (worth > most + 1e-9) {
                    best = candidate;
                    most = worth;
                }
            }
            boolean isVisitor = contacts == null && best != null && Export.isVisitor(best);
            return isVisitor
                    ? anchor.leads().stream()
                            .filter(ExportColumn::isMail)
                            .findFirst()
                            .orElse(best) // the other logs are linked by the visitor, and people have a name
                    : best;
        }
    }

    /** The column of another file that is of the kind of the lead's, though no value was seen in both. */
    private static @Nullable ExportColumn partner(ExportColumn lead, Export log) {
        return log.leads().stream()
                .filter(candidate -> candidate.equals(lead)
                        || (lead.isMail()
                                ? candidate.isMail()
                                : !candidate.isMail() && candidate.words().equals(lead.words())))
                .findFirst()
                .orElse(null);
    }

    private static boolean hasCaseTwins(ExportColumn column) {
        return new HashSet<>(column.values()).size() > column.distinct();
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
                + (isOfSums(export)
                        ? "; it seems to be a report of sums, which names nobody; export single visits or events with the id of a user,"
                                + " such as those of GA4 in BigQuery"
                        : isList
                                ? "; export the contact list with the address, or with the id that the logs have"
                                : "; export the rows of single people, with their address or id");
    }

    private static boolean isOfSums(Export export) {
        return export.columns().stream()
                .anyMatch(
                        column -> column.words()
                                .matches(
                                        "(?:total |active |new |unique )?(?:users|sessions|visits|visitors|pageviews|page views|views|event count|bounce rate|impressions)|avg .*"));
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
                + "; a log needs one, such as timestamp: 2026-01-31 14:30; if this is a contact list, give it with --contacts"
                + timeLike(log);
    }

    /** The column that is called like a time, with a value of it; empty without one. */
    private static String timeLike(Export log) {
        return log.columns().stream()
                .filter(column -> !column.values().isEmpty() && TimeGuess.isNamedForTimes(column))
                .findFirst()
                .map(column -> "; '" + ShownText.onOneLine(column.name()) + "' has "
                        + CellText.of(column.values().get(0))
                        + ", which is read when docs/rules.md (Sources, Times) has a format for it")
                .orElse("");
    }

    private static String ambiguous(Export.Timed time) {
        return time.column().place() + ": the times of '" + time.column().name() + "', such as "
                + CellText.of(time.column().values().get(0))
                + ", can be read with the day or with the month first; say which with --dates day-first or --dates month-first"
                + (time.guess().format().contains("yyyy") ? "" : ", or, where the year is first, --dates year-first");
    }

    private static String names(Export export) {
        List<String> names = export.columns().stream()
                .map(column -> ShownText.onOneLine(column.name()))
                .toList();
        List<String> quoted = names.stream().map(name -> "'" + name + "'").toList();
        return CellText.columns(names, Listing.of(quoted, MOST_NAMED));
    }
}
