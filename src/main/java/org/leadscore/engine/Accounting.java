package org.leadscore.engine;

import java.util.List;
import org.leadscore.rules.Accounts;
import org.leadscore.rules.Field;
import org.leadscore.rules.RuleSet;
import org.leadscore.segment.Account;
import org.leadscore.segment.AccountRoll;

/** Rolls leads up into accounts, given the columns that are kept of them. */
final class Accounting {

    private final int byColumn;
    private final int[] columns;
    private final AccountRoll roll;

    Accounting(RuleSet rules, Accounts accounts) {
        List<Field> kept = rules.keptColumns();
        Field by = accounts.by().field();
        this.byColumn = by == null ? -1 : FollowingUp.indexOf(by, kept);
        this.columns = accounts.columns().stream()
                .mapToInt(column -> FollowingUp.indexOf(column, kept))
                .toArray();
        this.roll = new AccountRoll(accounts, rules.scale().decimals());
    }

    /** Takes the lead of the next rank. */
    void add(int rank, String id, List<String> kept, boolean isScored, long score) {
        roll.add(rank, byColumn < 0 ? id : kept.get(byColumn), column -> kept.get(columns[column]), isScored, score);
    }

    List<Account> accounts() {
        return roll.accounts();
    }
}
