package org.leadscore.engine;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadscore.lead.Packing;
import org.leadscore.lead.Unpacking;
import org.leadscore.lead.Utf8Slice;
import org.leadscore.rules.Accounts;
import org.leadscore.rules.RuleSet;
import org.leadscore.score.RankedLead;
import org.leadscore.segment.Account;
import org.leadscore.segment.Dealing;
import org.leadscore.segment.Ledger;
import org.leadscore.segment.SourceTable;
import org.leadscore.spill.RecordFile;
import org.leadscore.spill.Shards;
import org.leadscore.spill.SpillPlace;

/** A ranking on disk: the leads of all shards, each shard in order, put into one order; and what becomes of them in it. */
final class SpilledRanking {

    private final RowBytes rowBytes;
    private final RecordFile ranking;
    private final SpilledPlacements placements;
    private final @Nullable SourceTable sources;
    private final @Nullable AccountRows accounts;

    /**
     * Nobody is ranked yet.
     *
     * @param leads how many there will be
     */
    SpilledRanking(RuleSet rules, RowBytes rowBytes, Dealing dealing, Room room, int leads) {
        SpillPlace place = room.place();
        this.rowBytes = rowBytes;
        this.ranking = new RecordFile(place);
        this.placements = new SpilledPlacements(rules.followUp(), dealing, ranking, place);
        this.sources = rules.followUp().acquisition() == null ? null : new SourceTable();
        Accounts rolledUp = rules.followUp().accounts();
        this.accounts = rolledUp == null ? null : new AccountRows(rolledUp, rules, room, leads);
    }

    /**
     * Ranks all leads.
     *
     * @param runs a part's leads in each, in order
     */
    void rank(Shards runs, List<Ledger.Entry> ledger) {
        Packing record = new Packing();
        Packing placement = new Packing();
        SortedRuns.merge(runs, lead -> {
            int rank = ranking.size() + 1;
            placement.clear();
            placements.add(rank, lead, entries(lead.remembered(), ledger), placement);
            record.clear();
            record.bytes(placement);
            lead.appendRow(record);
            ranking.append(record);
            tell(rank, lead);
        });
        ranking.finish();
        placements.finish();
    }

    private void tell(int rank, LeadRecord lead) {
        if (sources != null) {
            sources.add(placements.sourceOfLast(), lead.isBest(), lead.isScored(), lead.value(), lead.isCustomer());
        }
        if (accounts != null) {
            accounts.add(rank, RowBytes.id(lead.row()), rowBytes.columns(lead.row()), lead.isScored(), lead.value());
        }
    }

    private static List<Ledger.Entry> entries(int[] numbers, List<Ledger.Entry> ledger) {
        if (numbers.length == 0) {
            return List.of();
        }
        List<Ledger.Entry> entries = new ArrayList<>();
        for (int number : numbers) {
            entries.add(ledger.get(number));
        }
        return entries;
    }

    List<RankedLead> leads() {
        return ranking.as((index, in) -> {
            in.skip((int) in.number());
            return rowBytes.lead(index + 1, in);
        });
    }

    List<Utf8Slice> ids() {
        return ranking.as((index, in) -> {
            in.skip((int) in.number());
            return Utf8Slice.of(RowBytes.id(in));
        });
    }

    SpilledPlacements placements() {
        return placements;
    }

    /** Null when the rules do not say how leads come. */
    @Nullable
    List<SourceTable.Row> sources() {
        return sources == null ? null : sources.rows();
    }

    List<Account> accounts() {
        return accounts == null ? List.of() : accounts.accounts();
    }

    /** What a record has of the lead's placement. */
    static Unpacking placement(Unpacking record) {
        record.number(); // how long it is
        return record;
    }
}
