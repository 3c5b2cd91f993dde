package org.leadscore.report.table;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.QuoteMode;

/**
 * The form of CSV tables: RFC 4180 in UTF-8, with LF behind each row. Made from the options of a run.
 *
 * @param excel true for the form that Excel opens by a double click: a byte order mark in front, CRLF behind each row,
 *     and decimal commas where fields are parted by semicolons
 * @param formulaGuard whether cells that a spreadsheet would run get an apostrophe in front
 */
public record CsvForm(char delimiter, boolean excel, boolean formulaGuard) {

    /** The form for programs: commas, no byte order mark, with the guard. */
    public static final CsvForm PLAIN = new CsvForm(',', false, true);

    /** The list separator of Excel wherever the decimal separator is a comma, as in most of Europe. */
    public static final char EXCEL_DELIMITER = ';';

    public CsvForm {
        if ("\"\r\n.-0123456789".indexOf(delimiter) >= 0) {
            throw new IllegalArgumentException(
                    "neither a quote, nor a line end, nor what numbers have can part fields");
        }
    }

    /** True when numbers have decimal commas: in Excel where fields are parted by semicolons. */
    boolean decimalCommas() {
        return excel && delimiter == EXCEL_DELIMITER;
    }

    CSVFormat format() {
        return CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter)
                .setRecordSeparator(excel ? "\r\n" : "\n")
                .setQuoteMode(QuoteMode.MINIMAL)
                .get();
    }
}
