package org.leadscore.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.leadscore.lead.Text;
import org.leadscore.lead.Utf8Slice;
import org.leadscore.rules.Accounts;
import org.leadscore.rules.Bucket;
import org.leadscore.rules.RuleSet;
import org.leadscore.segment.Account;
import org.leadscore.segment.AccountRoll;
import org.leadscore.segment.Ledger;
import org.leadscore.segment.SourceTable;
import org.leadscore.segment.Standings;

/** What there is to do once all leads are ranked and it is known where they stand. */
final class FollowingUp {

    private static final int AT_ONCE = 256;

    private final RuleSet rules;
    private final Ranking ranking;
    private final LeadDirectory directory;
    private final Contacts contacts;
    private long touched;

    FollowingUp(RuleSet rules, Ranking ranking, LeadDirectory directory, Contacts contacts) {
        this.rules = rules;
        this.ranking = ranking;
        this.directory = directory;
        this.contacts = contacts;
    }

    /** The ledger's entries by the number of their lead; those of nobody who is a lead are left out. */
    static Map<Integer, List<Ledger.Entry>> remembered(Ledger ledger, LeadDirectory directory, boolean exact) {
        Map<Integer, List<Ledger.Entry>> byLead = new HashMap<>();
        LeadName name = new LeadName(exact);
        for (Ledger.Entry entry : ledger.entries()) {
            name.set(Text.strip(entry.lead()));
            int lead = directory.find(name);
            if (lead >= 0) {
                byLead.computeIfAbsent(lead, none -> new ArrayList<>()).add(entry);
            }
        }
        return byLead;
    }

    /** @param customers whether each lead became one */
    SourceTable sources(Standings standings, boolean[] customers) {
        List<Bucket> buckets = rules.buckets();
        String best = buckets.isEmpty() ? "" : buckets.get(0).name();
        SourceTable table = new SourceTable();
        for (int lead = 0; lead < customers.length; lead++) {
            table.add(
                    standings.source(lead),
                    best.equals(ranking.bucket(lead)),
                    ranking.isScored(lead),
                    ranking.value(lead),
                    customers[lead]);
        }
        return table;
    }

    /** Takes leads in the order of their rank, as {@link AccountRoll#add} does. */
    private interface AccountTaker {
        void add(int rank, Utf8Slice by, IntFunction<String> columns, boolean isScored, long score);
    }

    /**
     * The accounts, in memory; on disk where there is a room and they do not fit.
     *
     * @param allowance of the run
     */
    List<Account> accounts(Accounts accounts, Allowance allowance, @Nullable Room room) {
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

    /** Brings near what is asked of some leads, so that the waits for memory overlap. */
    private long touch(int from, int to) {
        long read = 0;
        for (int index = from; index < to; index++) {
            read += contacts.touch(ranking.leadAt(index));
        }
        return read;
    }

    /** A figure without meaning, which keeps the touching of memory from being left out. */
    long touched() {
        return touched;
    }
}
