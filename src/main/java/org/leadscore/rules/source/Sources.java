package org.leadscore.rules.source;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadscore.rules.condition.Field;

/**
 * The sources of the data. Without contacts every lead seen in the events is scored.
 *
 * @param contacts the contact list; null without one
 * @param outcomes the table of customers; null without one
 * @param objections the list of people who objected; null without one
 * @param identities says which ids are those of one person; empty where each id is a person
 * @param lists the lists of values in files that conditions ask for
 */
public record Sources(
        @Nullable ContactSource contacts,
        List<EventSource> events,
        @Nullable OutcomeSource outcomes,
        @Nullable ObjectionSource objections,
        List<IdentitySource> identities,
        List<ListSource> lists) {

    /** Sources in which each id is a person. */
    public Sources(
            @Nullable ContactSource contacts,
            List<EventSource> events,
            @Nullable OutcomeSource outcomes,
            @Nullable ObjectionSource objections) {
        this(contacts, events, outcomes, objections, List.of(), List.of());
    }

    public Sources {
        events = List.copyOf(events);
        identities = List.copyOf(identities);
        lists = List.copyOf(lists);
    }

    /** The tables that give contacts further columns. */
    public List<LookupSource> lookups() {
        return contacts == null ? List.of() : contacts.dialect().lookups();
    }

    /** The files of identities that are tables of their own, in the order of the rule file. */
    public List<IdentitySource.InFile> identityFiles() {
        return identities.stream()
                .flatMap(source -> source.<Stream<IdentitySource.InFile>>choose(
                        log -> Stream.of(), Stream::of, contacts -> Stream.of()))
                .toList();
    }

    /** The columns of a log that hold links between ids. */
    public List<Field> linkColumns(EventSource log) {
        return linkColumns(source -> source.choose(
                links -> links.log().equals(log.name()) ? links.ends().fields() : List.of(),
                file -> List.of(),
                list -> List.of()));
    }

    /** The columns of the contact list that hold further ids of its leads. */
    public List<Field> linkColumnsOfContacts() {
        return linkColumns(source -> source.choose(
                log -> List.of(), file -> List.of(), list -> list.ends().from()));
    }

    private List<Field> linkColumns(Function<IdentitySource, List<Field>> columns) {
        return identities.stream()
                .flatMap(source -> columns.apply(source).stream())
                .toList();
    }

    /**
     * True when leads have ids; false when they are named by the number of their row, which is another one in another
     * export.
     */
    public boolean haveIds() {
        return contacts == null || contacts.lead().choose(named -> true, rowNumber -> false);
    }

    /** The names of the contact list's columns that the leads' ids stand in, in their order. */
    public Set<String> idColumns() {
        Set<String> names = new LinkedHashSet<>();
        if (contacts != null) {
            contacts.lead().fields().forEach(field -> names.add(field.name()));
        }
        return names;
    }

    /** True when the case of leads' ids counts, which is the same for all sources. */
    public boolean areIdsExact() {
        return contacts == null
                ? events.stream().anyMatch(log -> log.lead().exact())
                : contacts.lead().exact();
    }
}
