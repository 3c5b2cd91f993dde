package org.leadscore.engine.parts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.leadscore.engine.files.Allowance;
import org.leadscore.engine.files.DoesNotFit;
import org.leadscore.engine.leads.Contacts;
import org.leadscore.engine.leads.LeadDirectory;
import org.leadscore.engine.leads.LeadName;
import org.leadscore.engine.leads.Outcomes;
import org.leadscore.engine.leads.Ranking;
import org.leadscore.lead.Text;
import org.leadscore.lead.Utf8Slice;
import org.leadscore.rules.Bucket;
import org.leadscore.rules.RuleSet;
import org.leadscore.rules.next.Accounts;
import org.leadscore.segment.Account;
import org.leadscore.segment.AccountRoll;
import org.leadscore.segment.SourceTable;
import org.leadscore.segment.Standings;

/** Works out accounts, sources and remembered deeds once all leads are ranked and their standings are known. */
public final class FollowingUp {

    private static final int AT_ONCE = 256;

    private final RuleSet rules;
    private final Ranking ranking;
    private final LeadDirectory directory;
    private final Contacts contacts;

    /** Sum of all that was only read to bring it near; never of meaning. */
    private long touched;

    public FollowingUp(RuleSet rules, Ranking ranking, LeadDirectory directory, Contacts contacts) {
        this.rules = rules;
        this.ranking = ranking;
        this.directory = directory;
        this.contacts = contacts;
    }

    /**
     * Entries of the ledger by the number of their lead; those of nobody who is a lead are left out.
     *
     * @param lead the id in an entry
     * @param exact whether the case of ids counts
     */
    public static <E> Map<Integer, List<E>> remembered(
            List<E> entries, Function<E, String> lead, LeadDirectory directory, boolean exact) {
        Map<Integer, List<E>> byLead = new HashMap<>();
        LeadName name = new LeadName(exact);
        for (E entry : entries) {
            name.set(Text.strip(lead.apply(entry)));
            int number = directory.find(name);
            if (number >= 0) {
                byLead.computeIfAbsent(number, none -> new ArrayList<>()).add(entry);
            }
        }
        return byLead;
    }

    /**
     * The table of the sources of leads.
     *
     * @param outcomes of the leads; null when it is not known who became a customer
     */
    public SourceTable sources(Standings standings, Outcomes.@Nullable Joined outcomes) {
        List<Bucket> buckets = rules.buckets();
        String best = buckets.isEmpty() ? "" : buckets.get(0).name();
        SourceTable table = new SourceTable();
        for (int lead = 0; lead < directory.size(); lead++) {
            table.add(
                    standings.source(lead),
                    best.equals(ranking.bucket(lead)),
                    ranking.isScored(lead),
                    ranking.value(lead),
                    outcomes != null && outcomes.isCustomer(lead));
        }
        return table;
    }

    /** Takes leads in the order of their rank, as {@link AccountRoll#add} does. */
    private interface AccountTaker {
        void add(int rank, Utf8Slice by, IntFunction<String> columns, boolean isScored, long score);
    }

    /**
     * Rolls leads up into accounts, in memory; on disk where there is a room and they do not fit.
     *
     * @param allowance of the run
     * @param room null to have {@link DoesNotFit} thrown instead
     */
    public List<Account> accounts(Accounts accounts, Allowance allowance, @Nullable MemoryBudget room) {
        long taken = allowance.taken();
        try {
            AccountRoll roll = new AccountRoll(accounts, rules.scale().decimals(), allowance::take);
            tell(accounts, roll::add);
            return roll.accounts();
        } catch (DoesNotFit tooMany) {
            if (room == null) {
                throw tooMany;
            }
            allowance.backTo(taken);
        }
        AccountRows rows = new AccountRows(accounts, rules, room, ranking.size());
        tell(accounts, (rank, by, columns, isScored, score) -> rows.add(rank, by.toString(), columns, isScored, score));
        return rows.accounts();
    }

    private void tell(Accounts accounts, AccountTaker taker) {
        AccountColumns columns = AccountColumns.of(accounts, rules.keptColumns());
        for (int index = 0; index < ranking.size(); index++) {
            if (index % AT_ONCE == 0) {
                touched += touch(index, Math.min(index + AT_ONCE, ranking.size()));
            }
            int lead = ranking.leadAt(index);
            taker.add(
                    index + 1,
                    columns.by() == AccountColumns.ID ? directory.slice(lead) : contacts.keptOne(columns.by(), lead),
                    column -> contacts.keptOne(columns.carried().get(column), lead)
                            .toString(),
                    ranking.isScored(lead),
                    ranking.value(lead));
        }
    }

    /** Reads a little of some contacts, so that the waits for memory overlap. */
    private long touch(int from, int to) {
        long read = 0;
        for (int index = from; index < to; index++) {
            read += contacts.touch(ranking.leadAt(index));
        }
        return read;
    }

    /** A figure without meaning, whose use keeps the compiler from leaving out the touching of memory. */
    long touched() {
        return touched;
    }
}
