package org.leadscore.cli.option;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.leadscore.lead.Numbers;
import org.leadscore.problem.UsageException;
import org.leadscore.report.file.Rights;
import org.leadscore.report.table.CsvForm;

/**
 * Reads and checks the values of options. Throws a {@link UsageException} that names the option for a value that is
 * none.
 */
public final class OptionValues {

    private OptionValues() {}

    /**
     * A whole number from 1 on; larger ones than an {@code int} holds are taken as the largest. {@code otherwise}
     * stands for null.
     */
    public static int count(String option, @Nullable String text, int otherwise) {
        if (text == null) {
            return otherwise;
        }
        BigDecimal number = Numbers.parse(text, '.');
        if (number == null
                || number.signum() <= 0
                || number.stripTrailingZeros().scale() > 0) {
            throw new UsageException(option + " " + text + ": not a whole number from 1 on");
        }
        return number.min(BigDecimal.valueOf(Integer.MAX_VALUE)).intValueExact();
    }

    /** The name of a file to read; refuses an empty one, which a shell makes of a variable that is not set. */
    public static String input(String option, String file) {
        if (file.isBlank()) {
            throw new UsageException(option + ": the name of the file is empty");
        }
        return file;
    }

    /** The name of a file or directory to write; refuses {@code -}, which people write for standard output. */
    public static String output(String option, String file) {
        if (file.equals("-")) {
            throw new UsageException(option + " -: the ranking goes to standard output without an output option;"
                    + " a file of that name is ./-");
        }
        return input(option, file);
    }

    /** The rights of new files that a mode names; those of the owner alone stand for null. */
    public static Rights rights(String option, @Nullable String mode) {
        if (mode == null) {
            return Rights.OF_OWNER;
        }
        return Rights.of(mode)
                .orElseThrow(
                        () -> new UsageException(
                                option + " " + mode
                                        + ": not the mode of a file that its owner reads and writes and nobody runs, such as 0600 or 0640"));
    }

    /** The form of tables; a semicolon between fields for Excel and a comma otherwise, unless a delimiter is given. */
    public static CsvForm form(boolean excel, @Nullable String delimiter, boolean formulaGuard) {
        char usual = excel ? CsvForm.EXCEL_DELIMITER : CsvForm.PLAIN.delimiter();
        return new CsvForm(delimiter == null ? usual : delimiter(delimiter), excel, formulaGuard);
    }

    /** Reads how much is told. Throws a usage error when both are given. */
    public static Verbosity verbosity(boolean quiet, boolean verbose) {
        if (quiet && verbose) {
            throw new UsageException("--quiet and --verbose exclude each other");
        }
        return quiet ? Verbosity.QUIET : verbose ? Verbosity.VERBOSE : Verbosity.NORMAL;
    }

    private static char delimiter(String text) {
        if (text.equals("tab") || text.equals("\\t")) {
            return '\t';
        }
        char only = text.length() == 1 ? text.charAt(0) : '"';
        if ("\"'\r\n.+-".indexOf(only) >= 0 || Character.isLetterOrDigit(only) || Character.isSurrogate(only)) {
            throw new UsageException("--delimiter " + text + ": not one character that can stand between fields,"
                    + " such as ';' or ',', and not the word 'tab'");
        }
        return only;
    }
}
