package org.leadscore.engine.parts;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.function.IntFunction;
import org.leadscore.lead.Packing;
import org.leadscore.lead.Text;
import org.leadscore.lead.Unpacking;
import org.leadscore.lead.Utf8Slice;
import org.leadscore.rules.RuleSet;
import org.leadscore.rules.next.Accounts;
import org.leadscore.segment.Account;
import org.leadscore.segment.AccountRoll;

/**
 * Rolls leads up into accounts on disk, given the leads in the order of their rank, with the same outcome as
 * {@link AccountRoll}, for any number of them. Not thread-safe.
 */
final class AccountRows implements SpilledTable.Form<Account> {

    /** About how many bytes of memory an account with a few columns takes while it is made. */
    private static final int BYTES_OF_ACCOUNT = 512;

    private final Accounts accounts;
    private final int decimals;
    private final AccountColumns kept;
    private final SpilledTable<Account> table;
    private final Packing lead = new Packing();

    /**
     * Accounts of no leads yet.
     *
     * @param leads number of leads that will be added, each of which may be an account
     */
    AccountRows(Accounts accounts, RuleSet rules, MemoryBudget room, int leads) {
        this.accounts = accounts;
        this.decimals = rules.scale().decimals();
        this.kept = AccountColumns.of(accounts, rules.keptColumns());
        this.table = new SpilledTable<>(this, room, (long) leads * BYTES_OF_ACCOUNT);
    }

    /** Adds the next lead, as {@link AccountRoll#add} does. */
    void add(int rank, String by, IntFunction<String> columns, boolean isScored, long score) {
        String name = accounts.by().of(by).orElse(null);
        if (name == null) {
            return;
        }
        lead.clear();
        lead.number(rank);
        lead.text(by);
        lead.number(isScored ? 1 : 0);
        lead.number(score);
        for (int i = 0; i < accounts.columns().size(); i++) {
            lead.text(columns.apply(i));
        }
        table.put(Text.fold(name), lead);
    }

    /**
     * Adds the next lead to the account that its id or its kept columns tell.
     *
     * @param columns all that are kept of the lead
     */
    void add(int rank, String id, List<String> columns, boolean isScored, long score) {
        String by = kept.by() == AccountColumns.ID ? id : columns.get(kept.by());
        add(rank, by, column -> columns.get(kept.carried().get(column)), isScored, score);
    }

    /** The accounts in their order. May be asked for once, when all leads are added. */
    List<Account> accounts() {
        return table.rows();
    }

    @Override
    public Comparator<Account> order() {
        return Account.ORDER;
    }

    @Override
    public List<Account> rows(Iterator<Unpacking> leads) {
        AccountRoll roll = new AccountRoll(accounts, decimals, bytes -> {});
        String[] columns = new String[accounts.columns().size()];
        while (leads.hasNext()) {
            Unpacking in = leads.next();
            int rank = (int) in.number();
            Utf8Slice by = in.slice();
            boolean isScored = in.number() == 1;
            long score = in.number();
            for (int i = 0; i < columns.length; i++) {
                columns[i] = in.text();
            }
            roll.add(rank, by, column -> columns[column], isScored, score);
        }
        return roll.accounts();
    }

    @Override
    public void pack(Account account, Packing out) {
        out.text(account.name());
        BigDecimal score = account.score();
        out.text(score == null ? "" : score.toString());
        out.number(account.scores().size());
        account.scores().forEach(one -> out.number(one.unscaledValue().longValue()));
        out.number(account.leads());
        out.number(account.bestRank());
        account.columns().forEach(out::text);
    }

    @Override
    public Account unpack(Unpacking in) {
        String name = in.text();
        String score = in.text();
        List<BigDecimal> scores = new ArrayList<>();
        for (long left = in.number(); left > 0; left--) {
            scores.add(BigDecimal.valueOf(in.number(), decimals));
        }
        int leads = (int) in.number();
        int bestRank = (int) in.number();
        List<String> columns = new ArrayList<>();
        for (int i = 0; i < accounts.columns().size(); i++) {
            columns.add(in.text());
        }
        return new Account(name, score.isEmpty() ? null : new BigDecimal(score), scores, leads, bestRank, columns);
    }
}
