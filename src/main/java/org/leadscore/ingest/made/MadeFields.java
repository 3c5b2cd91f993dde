package org.leadscore.ingest.made;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadscore.ingest.row.Oddities;
import org.leadscore.ingest.row.RowBlock;
import org.leadscore.rules.made.CellRules;
import org.leadscore.rules.made.LookupTable;
import org.leadscore.rules.made.MadeColumn;
import org.leadscore.rules.made.Step;

/**
 * Fills in the made columns of one block of rows after the other, and blanks cells that stand for nothing. Each
 * {@code ChunkReader} has one. Not thread-safe.
 */
public final class MadeFields {

    private static final byte[] NOTHING = {};

    private final MadeHeader header;
    private final CellRules cells;
    private final NothingCells nothing;
    private final List<ValueMemo> memos = new ArrayList<>(); // by made column
    private final List<byte[]> fixed =
            new ArrayList<>(); // by made column: the value of all rows, where it has no origin

    private @Nullable LookupTable found; // the lookup whose rows were found for the block at hand
    private String[] @Nullable [] rows = {}; // these rows, by row of the block; null where there is none

    /** Fills in the columns of a table. */
    public MadeFields(MadeHeader header) {
        this.header = header;
        cells = header.cells();
        nothing = new NothingCells(cells.nothing());
        for (MadeColumn column : cells.made()) {
            memos.add(new ValueMemo(text -> column.make(text, cells.nothing())));
            fixed.add(column.origin()
                    .choose(
                            from -> NOTHING,
                            name -> fixed(column, header.fileName()),
                            constant -> fixed(column, constant.text())));
        }
    }

    private byte[] fixed(MadeColumn column, String text) {
        String made = column.make(text, cells.nothing());
        return made == null ? NOTHING : made.getBytes(UTF_8);
    }

    /** Fills in what is to be made of the rows of a block. */
    public void fill(RowBlock block) {
        found = null;
        if (!nothing.isEmpty()) {
            for (int column = 0; column < header.columnsOfFile(); column++) {
                nothing.blank(block, column);
            }
        }
        for (int i = 0; i < memos.size(); i++) {
            int column = header.columnsOfFile() + i;
            Step.LookUp lookUp = cells.made().get(i).lookUp();
            if (!header.isAsked(i)) {
                fix(block, column, NOTHING);
            } else if (lookUp != null && header.origin(i) >= 0) {
                lookUp(block, column, header.origin(i), cells.made().get(i), lookUp);
            } else if (header.origin(i) < 0) {
                fix(block, column, fixed.get(i));
            } else {
                make(block, column, header.origin(i), memos.get(i));
            }
        }
    }

    /** Takes values of a lookup's rows, which are found once for all columns of the lookup that stand one behind the other. */
    private void lookUp(RowBlock block, int column, int origin, MadeColumn made, Step.LookUp lookUp) {
        if (found != lookUp.table()) {
            found = lookUp.table();
            if (rows.length < block.size()) {
                rows = new String[block.size()][];
            }
            int from = block.first(origin);
            for (int row = 0; row < block.size(); row++) {
                int length = block.lengths()[from + row];
                rows[row] = length == 0
                        ? null
                        : found.find(
                                new String(block.bytes(), block.starts()[from + row], length, UTF_8), lookUp.split());
            }
        }
        int to = block.first(column);
        for (int row = 0; row < block.size(); row++) {
            String[] values = rows[row];
            String value = values == null ? "" : made.ofLookedUp(values[lookUp.column()]);
            byte[] bytes = value.isEmpty() ? NOTHING : value.getBytes(UTF_8);
            block.lengths()[to + row] = bytes.length;
            block.starts()[to + row] = bytes.length == 0 ? 0 : block.append(bytes);
        }
    }

    private static void fix(RowBlock block, int column, byte[] value) {
        int start = value.length == 0 ? 0 : block.append(value);
        int first = block.first(column);
        for (int i = first; i < first + block.size(); i++) {
            block.starts()[i] = start;
            block.lengths()[i] = value.length;
        }
    }

    private static void make(RowBlock block, int column, int origin, ValueMemo memo) {
        int[] starts = block.starts();
        int[] lengths = block.lengths();
        int to = block.first(column);
        int from = block.first(origin);
        for (int row = 0; row < block.size(); row++) {
            int start = starts[from + row];
            int length = lengths[from + row];
            int made = length == 0 ? ValueMemo.NOTHING : memo.of(block.bytes(), start, length);
            int width = 0;
            if (ValueMemo.isInText(made)) {
                start += ValueMemo.offset(made);
                width = ValueMemo.length(made);
            } else if (made != ValueMemo.NOTHING) {
                byte[] value = made == ValueMemo.UNREADABLE ? null : memo.bytes(made, block.bytes(), start, length);
                if (value == null) {
                    block.note(Oddities.Kind.NO_JSON, row, column);
                } else if (value.length > 0) {
                    start = block.append(value);
                    width = value.length;
                }
            }
            starts[to + row] = start;
            lengths[to + row] = width;
        }
    }
}
