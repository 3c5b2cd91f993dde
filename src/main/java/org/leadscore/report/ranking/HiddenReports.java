package org.leadscore.report.ranking;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.leadscore.engine.files.Tally;
import org.leadscore.engine.leads.Result;
import org.leadscore.ingest.row.Reject;
import org.leadscore.lead.Text;
import org.leadscore.lead.Utf8Slice;
import org.leadscore.report.table.Pseudonyms;
import org.leadscore.rules.RuleSet;
import org.leadscore.rules.condition.Field;
import org.leadscore.rules.next.Accounts;
import org.leadscore.rules.next.Acquisition;
import org.leadscore.rules.source.ContactSource;
import org.leadscore.score.point.RankedLead;
import org.leadscore.segment.Account;
import org.leadscore.segment.FollowUpCensus;
import org.leadscore.segment.Ledger;
import org.leadscore.segment.Placed;
import org.leadscore.segment.Placements;
import org.leadscore.segment.SourceTable;
import org.leadscore.segment.Standing;

/**
 * Makes of the result of a run the result that may leave the house: pseudonyms stand for ids, for the names of accounts and
 * for the values of hidden columns, and rejects have no text. All reports are written of it; only the ledger is not.
 */
public final class HiddenReports {

    /** Text in single quotes, in which messages show values. */
    private static final Pattern QUOTED = Pattern.compile("'[^']*'");

    private static final Pattern QUOTED_TO_THE_LAST = Pattern.compile("'.*'", Pattern.DOTALL);
    private static final String HIDDEN = "'…'";

    private final Pseudonyms pseudonyms;
    private final RuleSet rules;

    /** The names of the hidden columns, folded. */
    private final Set<String> hidden;

    /**
     * Hides columns of the reports by these rules.
     *
     * @param hidden names of columns, of {@link #columns}; case does not matter
     */
    public HiddenReports(Pseudonyms pseudonyms, RuleSet rules, List<String> hidden) {
        this.pseudonyms = pseudonyms;
        this.rules = rules;
        this.hidden = hidden.stream().map(Text::fold).collect(Collectors.toUnmodifiableSet());
    }

    /** The names of the columns that can be hidden: the id's, and all whose values stand in a report; each once. */
    public static List<String> columns(RuleSet rules) {
        Accounts accounts = rules.followUp().accounts();
        Acquisition acquisition = rules.followUp().acquisition();
        ContactSource contacts = rules.sources().contacts();
        Field by = accounts == null ? null : accounts.by().field();
        return Stream.of(
                        rules.reportColumns().stream(),
                        accounts == null ? Stream.<Field>empty() : accounts.columns().stream(),
                        Stream.ofNullable(by),
                        acquisition == null ? Stream.<Field>empty() : Stream.of(acquisition.column()),
                        contacts == null ? Stream.<Field>empty() : contacts.lead().fields().stream())
                .flatMap(Function.identity())
                .map(Field::name)
                .distinct()
                .toList();
    }

    /** The result with pseudonyms; lists are views, whose items are made when they are asked for. */
    public Result of(Result real) {
        Result.Sources sources = real.sources();
        return new Result(
                new View<>(real.leads(), this::lead),
                new View<>(real.ids(), id -> Utf8Slice.of(pseudonyms.ofLead(id.toString()))),
                real.census(),
                hidesSources() ? new HiddenPlacements(real.placements(), this::placed) : real.placements(),
                sources == null || !hidesSources() ? sources : sources(sources),
                new View<>(real.accounts(), this::account),
                real.tallies(),
                new View<>(real.rejects(), HiddenReports::reject),
                real.wrongValues(),
                real.idleRules(),
                real.oddities(),
                real.warnings().stream()
                        .map(warning -> withoutValues(warning, real.tallies()))
                        .toList(),
                real.parts(),
                real.objections(),
                real.lookups());
    }

    /** The report columns that stay as they are, by their places in the rule file. */
    public List<Integer> shownColumns() {
        return IntStream.range(0, rules.reportColumns().size())
                .filter(column -> !isHidden(rules.reportColumns().get(column).name()))
                .boxed()
                .toList();
    }

    /** True when the values of a column are replaced. */
    public boolean isHidden(String column) {
        return hidden.contains(Text.fold(column));
    }

    private RankedLead lead(RankedLead real) {
        List<Utf8Slice> fields = new ArrayList<>(real.fields());
        for (int i = 0; i < fields.size(); i++) {
            String column = rules.reportColumns().get(i).name();
            if (isHidden(column)) {
                fields.set(i, Utf8Slice.of(value(column, fields.get(i).toString())));
            }
        }
        return new RankedLead(real.rank(), Utf8Slice.of(pseudonyms.ofLead(real.lead())), real.score(), fields);
    }

    private Account account(Account real) {
        Accounts accounts = Objects.requireNonNull(rules.followUp().accounts());
        List<String> columns = new ArrayList<>();
        for (int i = 0; i < real.columns().size(); i++) {
            String column = accounts.columns().get(i).name();
            String value = real.columns().get(i);
            columns.add(isHidden(column) ? value(column, value) : value);
        }
        String domain = accounts.by() instanceof Accounts.By.Column of
                ? Pseudonyms.ofColumn(of.field().name())
                : Pseudonyms.ACCOUNT;
        return new Account(
                pseudonyms.ofValue(domain, real.name()),
                real.score(),
                real.scores(),
                real.leads(),
                real.bestRank(),
                columns);
    }

    private boolean hidesSources() {
        Acquisition acquisition = rules.followUp().acquisition();
        return acquisition != null && isHidden(acquisition.column().name());
    }

    private Result.Sources sources(Result.Sources real) {
        return new Result.Sources(
                real.rows().stream()
                        .map(row -> new SourceTable.Row(
                                source(row.source()),
                                row.leads(),
                                row.best(),
                                row.scored(),
                                row.score(),
                                row.customers()))
                        .toList(),
                real.withCustomers());
    }

    private Placed placed(Placed real) {
        Standing standing = real.standing();
        String source = standing.source();
        return new Placed(
                new Standing(
                        standing.interest(),
                        standing.interestPoints(),
                        source == null ? null : source(source),
                        standing.stage(),
                        standing.segments()),
                real.handOver(),
                real.actions());
    }

    private String source(String real) {
        Acquisition acquisition = Objects.requireNonNull(rules.followUp().acquisition());
        return value(acquisition.column().name(), real);
    }

    private String value(String column, String real) {
        return pseudonyms.ofValue(Pseudonyms.ofColumn(column), real);
    }

    /** The reject without what stood in the row; the place and the kind of the fault stay. */
    private static Reject reject(Reject real) {
        String reason = QUOTED_TO_THE_LAST.matcher(real.reason()).replaceAll(HIDDEN);
        return new Reject(real.source(), real.line(), real.column(), reason, "");
    }

    /** The warning without what stands in it in quotes, unless that is the name of a source. */
    private static String withoutValues(String warning, List<Tally> tallies) {
        return QUOTED.matcher(warning)
                .replaceAll(quoted ->
                        tallies.stream().anyMatch(tally -> quoted.group().equals("'" + tally.source() + "'"))
                                ? Matcher.quoteReplacement(quoted.group())
                                : HIDDEN);
    }

    /** A view of a list whose items are replaced. */
    private static final class View<T, R> extends AbstractList<R> implements RandomAccess {

        private final List<T> real;
        private final Function<T, R> shown;

        View(List<T> real, Function<T, R> shown) {
            this.real = real;
            this.shown = shown;
        }

        @Override
        public R get(int index) {
            return shown.apply(real.get(index));
        }

        @Override
        public int size() {
            return real.size();
        }

        /** A view of the part, which the list may have at hand. */
        @Override
        public List<R> subList(int from, int to) {
            return new View<>(real.subList(from, to), shown);
        }
    }

    /** Placements whose standings are replaced. */
    private record HiddenPlacements(Placements real, Function<Placed, Placed> shown) implements Placements {

        @Override
        public int size() {
            return real.size();
        }

        @Override
        public Placed of(int rank) {
            return shown.apply(real.of(rank));
        }

        @Override
        public List<Integer> handedOver() {
            return real.handedOver();
        }

        @Override
        public List<Integer> getting(int action) {
            return real.getting(action);
        }

        @Override
        public List<Integer> in(int segment) {
            return real.in(segment);
        }

        @Override
        public List<Ledger.Entry> done(IntFunction<Utf8Slice> ids) {
            return real.done(ids);
        }

        @Override
        public int countDone() {
            return real.countDone();
        }

        @Override
        public FollowUpCensus census() {
            return real.census();
        }
    }
}
