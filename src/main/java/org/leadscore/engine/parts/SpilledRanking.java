package org.leadscore.engine.parts;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadscore.lead.Packing;
import org.leadscore.lead.Unpacking;
import org.leadscore.lead.Utf8Slice;
import org.leadscore.rules.RuleSet;
import org.leadscore.rules.next.Accounts;
import org.leadscore.score.point.RankedLead;
import org.leadscore.segment.Account;
import org.leadscore.segment.Ledger;
import org.leadscore.segment.SourceTable;
import org.leadscore.segment.StreamedPlacement;
import org.leadscore.spill.RecordFile;
import org.leadscore.spill.ShardFiles;
import org.leadscore.spill.SpillPlace;

/**
 * A ranking on disk: merges the sorted runs of all parts, and works out placements, sources and accounts meanwhile.
 * Made by {@link RunInParts}.
 */
final class SpilledRanking {

    private final ReportRow rowBytes;
    private final RecordFile ranking;
    private final SpilledPlacements placements;
    private final @Nullable SourceTable sources;
    private final @Nullable AccountRows accounts;

    /**
     * A ranking of no leads yet.
     *
     * @param leads number of leads that there will be
     */
    SpilledRanking(RuleSet rules, ReportRow rowBytes, StreamedPlacement dealing, MemoryBudget room, int leads) {
        SpillPlace place = room.place();
        this.rowBytes = rowBytes;
        this.ranking = new RecordFile(place);
        this.placements = new SpilledPlacements(rules.followUp(), dealing, ranking, place);
        this.sources = rules.followUp().acquisition() == null ? null : new SourceTable();
        Accounts rolledUp = rules.followUp().accounts();
        this.accounts = rolledUp == null ? null : new AccountRows(rolledUp, rules, room, leads);
    }

    /**
     * Ranks all leads. May be called once.
     *
     * @param runs the leads of a part in each, in order
     * @param ledger the entries by whose numbers leads remember them
     */
    void rank(ShardFiles runs, List<Ledger.Entry> ledger) {
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

    private void tell(int rank, RankedRecord lead) {
        if (sources != null) {
            sources.add(placements.sourceOfLast(), lead.isBest(), lead.isScored(), lead.value(), lead.isCustomer());
        }
        if (accounts != null) {
            accounts.add(rank, ReportRow.id(lead.row()), rowBytes.columns(lead.row()), lead.isScored(), lead.value());
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
            return Utf8Slice.of(ReportRow.id(in));
        });
    }

    SpilledPlacements placements() {
        return placements;
    }

    /** The table of the sources of leads; null when the rules do not say how leads come. */
    @Nullable
    List<SourceTable.Row> sources() {
        return sources == null ? null : sources.rows();
    }

    List<Account> accounts() {
        return accounts == null ? List.of() : accounts.accounts();
    }

    /** The placement in a record of the ranking, at its beginning. */
    static Unpacking placement(Unpacking record) {
        record.number(); // how long it is
        return record;
    }
}
