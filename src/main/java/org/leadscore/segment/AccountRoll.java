package org.leadscore.segment;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.leadscore.lead.Text;
import org.leadscore.lead.Utf8Slice;
import org.leadscore.rules.next.Accounts;

/** Rolls leads up into accounts, given the leads in the order of their rank. Not thread-safe. */
public final class AccountRoll {

    private static final int MOST_KNOWN = 1 << 16;
    private static final int BYTES_OF_KNOWN = 80;

    /** Bytes of memory for an account, with its score and its entries in maps. */
    private static final int BYTES_OF_ACCOUNT = 450;

    /** Bytes of memory for each letter of an account's name, as written and as compared. */
    private static final long BYTES_OF_LETTER = 4;

    private static final int BYTES_OF_TEXT = 56;

    private final Accounts accounts;

    /** Decimals of scores. */
    private final int decimals;

    /** Told how many bytes of memory will be taken, before they are. */
    private final LongConsumer growth;

    /** The accounts so far, by folded name, in the order in which they were met. */
    private final Map<String, Draft> drafts = new LinkedHashMap<>();

    /**
     * The accounts by the text that tells them, as it is written, for the first 65,536 such texts, so that these need
     * not be decoded and folded for each lead.
     */
    private final Map<Utf8Slice, Draft> known = new HashMap<>();

    /** An account while leads are added to it. */
    private static final class Draft {
        private final String name;
        private final int bestRank;
        private final String[] columns;

        /** Number of leads so far. */
        private int leads;

        /** Number of leads whose scores are in the sum. */
        private int scored;

        /** Sum of scores, in units of the last decimal. */
        private long score;

        /** The first of those scores that are in the sum. */
        private long[] best = {};

        Draft(String name, int bestRank, int columns) {
            this.name = name;
            this.bestRank = bestRank;
            this.columns = new String[columns];
            Arrays.fill(this.columns, "");
        }
    }

    /**
     * A roll without accounts yet.
     *
     * @param decimals of scores
     * @param growth told how many bytes of memory will be taken, before they are; an exception that it throws goes to
     *     the caller
     */
    public AccountRoll(Accounts accounts, int decimals, LongConsumer growth) {
        this.accounts = accounts;
        this.decimals = decimals;
        this.growth = growth;
    }

    /**
     * Takes the next lead.
     *
     * @param by what its account is told by
     * @param columns to carry over, by index; asked only for those that no better lead of the account has
     * @param score in units of the last decimal; leads come in the order of their rank, so that the first are the best
     */
    public void add(int rank, Utf8Slice by, IntFunction<String> columns, boolean isScored, long score) {
        Draft met = known.get(by);
        Draft draft = met == null ? draft(rank, by) : met;
        if (draft == null) {
            return;
        }
        draft.leads++;
        for (int i = 0; i < draft.columns.length; i++) {
            if (Text.isBlank(draft.columns[i])) {
                String column = columns.apply(i);
                growth.accept(column.isEmpty() ? 0 : BYTES_OF_TEXT + 2L * column.length());
                draft.columns[i] = column;
            }
        }
        if (isScored && draft.scored < accounts.combine().most()) {
            draft.score += score;
            draft.scored++;
            if (accounts.combine().isSum() && draft.best.length < Account.MOST_SCORES) {
                growth.accept(Long.BYTES);
                draft.best = Arrays.copyOf(draft.best, draft.best.length + 1);
                draft.best[draft.best.length - 1] = score;
            }
        }
    }

    /** The account of a lead, new if need be; null for a lead without an account. */
    private @Nullable Draft draft(int rank, Utf8Slice by) {
        String name = accounts.by().of(by.toString()).orElse(null);
        if (name == null) {
            return null;
        }
        Draft draft = drafts.computeIfAbsent(Text.fold(name), any -> {
            growth.accept(BYTES_OF_ACCOUNT + BYTES_OF_LETTER * name.length());
            return new Draft(name, rank, accounts.columns().size());
        });
        if (known.size() < MOST_KNOWN) {
            growth.accept(BYTES_OF_KNOWN);
            known.put(by, draft);
        }
        return draft;
    }

    /** The accounts in their {@linkplain Account#ORDER order}. */
    public List<Account> accounts() {
        return drafts.values().stream().map(this::account).sorted(Account.ORDER).toList();
    }

    private Account account(Draft draft) {
        return new Account(
                draft.name,
                score(draft),
                new Amounts(draft.best, decimals),
                draft.leads,
                draft.bestRank,
                List.of(draft.columns));
    }

    private @Nullable BigDecimal score(Draft draft) {
        return draft.scored == 0
                ? null
                : accounts.combine().score(BigDecimal.valueOf(draft.score, decimals), draft.scored);
    }
}
