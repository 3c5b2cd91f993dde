package org.leadscore.ingest.made;

import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.leadscore.ingest.row.Oddities;
import org.leadscore.ingest.row.Row;
import org.leadscore.ingest.row.RowBlock;
import org.leadscore.lead.SliceMap;
import org.leadscore.lead.Text;
import org.leadscore.lead.TimeFormat;
import org.leadscore.rules.condition.Condition;
import org.leadscore.rules.condition.Field;
import org.leadscore.rules.condition.Reading;
import org.leadscore.rules.condition.Wanted;
import org.leadscore.rules.made.Several;
import org.leadscore.rules.source.Dialect;
import org.leadscore.rules.source.LeaveOut;

/**
 * Takes the rows that do not count out of one block after the other. A row with too few or too many fields is left out too
 * where the condition holds by those of the columns that it has; else it is rejected here. Each {@code ChunkReader} has one. Not thread-safe.
 */
public final class RowsLeftOut {

    private static final int HOLDS = 1;
    private static final int NO_NUMBER = 2;
    private static final int NO_DATE = 4;

    private final Dialect dialect;
    private final ToIntFunction<String> indexOf;
    private final Predicate<Row> isLeftOut;
    private final IntUnaryOperator inFile;
    private int fields; // of the row at hand
    private @Nullable RowBlock block; // the one at hand
    private int index; // of the row at hand

    /**
     * Judges the rows of a table.
     *
     * @param indexOf finds a column of the table by its name; below 0 when it has none
     * @param inFile finds the column of the file in which the value of a column stands; below 0 when there is none
     */
    public RowsLeftOut(LeaveOut leaveOut, Dialect dialect, ToIntFunction<String> indexOf, IntUnaryOperator inFile) {
        this.dialect = dialect;
        this.indexOf = indexOf;
        this.inFile = inFile;
        isLeftOut = leaveOut.over(this::test, this::filled, this::there);
    }

    /** Takes the rows of a block out of it that do not count, and those that have too few fields. */
    public void apply(RowBlock of) {
        block = of;
        int kept = 0;
        for (index = 0; index < of.size(); index++) {
            int fieldsOfOdd = of.fieldsOfOdd(index);
            boolean isOdd = fieldsOfOdd != RowBlock.COMPLETE;
            fields = isOdd ? fieldsOfOdd : Integer.MAX_VALUE;
            if (isLeftOut.test(of.row(index))) {
                of.note(Oddities.Kind.LEFT_OUT, index);
                if (isOdd) {
                    of.passOdd(index);
                }
            } else if (isOdd) {
                of.rejectOdd(index);
            } else {
                of.move(index, kept++);
            }
        }
        of.keep(kept);
        block = null;
    }

    private Predicate<Row> test(Condition.Is is) {
        int column = indexOf.applyAsInt(is.field().name());
        boolean ofMissing = is.test().holdsForMissing();
        if (column < 0) {
            return row -> ofMissing;
        }
        Reading reading = dialect.reading(is.field().name(), 0);
        SliceMap judged = new SliceMap(value -> judge(is, value, reading));
        return row -> {
            if (row.length(column) == 0) {
                return ofMissing;
            }
            int bits = judged.get(row.bytes(), row.start(column), row.length(column));
            if (bits > HOLDS) {
                tellWrong(bits, column);
            }
            return (bits & HOLDS) != 0;
        };
    }

    private Predicate<Row> filled(Field field) {
        int column = indexOf.applyAsInt(field.name());
        return row -> column >= 0 && row.length(column) > 0 && !Text.isBlank(row.text(column));
    }

    private Predicate<Row> there(List<Field> columns) {
        int most = -1;
        for (Field column : columns) {
            int at = indexOf.applyAsInt(column.name());
            most = Math.max(most, at < 0 ? at : inFile.applyAsInt(at));
        }
        int last = most;
        return row -> last < fields;
    }

    private static int judge(Condition.Is is, String value, Reading reading) {
        List<String> values = Several.values(value, reading.split());
        int bits = is.test().holdsFor(values, reading) ? HOLDS : 0;
        for (String one : values) {
            if (is.test().wants(Wanted.NUMBER) && reading.numbers().parse(one) == null) {
                bits |= NO_NUMBER;
            }
            if (is.test().wants(Wanted.DATE) && reading.times().millis(one) == TimeFormat.NONE) {
                bits |= NO_DATE;
            }
        }
        return bits;
    }

    private void tellWrong(int bits, int column) {
        RowBlock of = block;
        if (of != null) {
            of.note((bits & NO_NUMBER) != 0 ? Oddities.Kind.NO_NUMBER : Oddities.Kind.NO_DATE, index, column);
        }
    }
}
