package org.leadscore.cli.option;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.leadscore.engine.files.Tally;
import org.leadscore.engine.leads.Result;
import org.leadscore.ingest.row.Reject;
import org.leadscore.lead.Numbers;
import org.leadscore.problem.InputException;
import org.leadscore.problem.UsageException;

/**
 * The limit of rows that may be rejected.
 *
 * @param most the number of rows, or their share of the rows that are not anonymous, in percent
 * @param isPercent whether {@code most} is the share
 */
public record RejectLimit(BigDecimal most, boolean isPercent) {

    static final RejectLimit NONE = new RejectLimit(BigDecimal.valueOf(100), true);

    private static final int SHOWN = 3;

    /**
     * Reads an option's value.
     *
     * @param text {@code 10} or {@code 0.5%}; null for no limit
     * @throws UsageException when it is neither
     */
    public static RejectLimit of(@Nullable String text) {
        if (text == null) {
            return NONE;
        }
        boolean isPercent = text.endsWith("%");
        BigDecimal most = Numbers.parse(isPercent ? text.substring(0, text.length() - 1) : text, '.');
        boolean isUsable = most != null
                && most.signum() >= 0
                && (isPercent
                        ? most.compareTo(NONE.most) <= 0
                        : most.stripTrailingZeros().scale() <= 0);
        if (most == null || !isUsable) {
            throw new UsageException(
                    "--max-rejects " + text + ": not a limit; write a whole number, or a share like 0.5%");
        }
        return new RejectLimit(most, isPercent);
    }

    /**
     * Checks how many rows of all sources were rejected. Anonymous rows are looked at by neither form of limit.
     *
     * @throws InputException when more rows were rejected, with the first of them
     */
    public void check(Result result) {
        long rows = result.tallies().stream()
                .mapToLong(tally -> tally.rows() - tally.anonymous())
                .sum();
        long rejected = result.tallies().stream().mapToLong(Tally::rejected).sum();
        BigDecimal allowed = isPercent ? most.multiply(BigDecimal.valueOf(rows)).movePointLeft(2) : most;
        if (BigDecimal.valueOf(rejected).compareTo(allowed) <= 0) {
            return;
        }
        StringBuilder message = new StringBuilder(String.format(
                Locale.ROOT,
                "%d of %d rows cannot be read, more than --max-rejects %s%s allows; nothing was written",
                rejected,
                rows,
                most.toPlainString(),
                isPercent ? "%" : ""));
        List<Reject> rejects = result.rejects();
        for (Reject reject : rejects.subList(0, Math.min(SHOWN, rejects.size()))) {
            message.append("\n  ").append(reject.message());
        }
        throw new InputException(message.toString());
    }
}
