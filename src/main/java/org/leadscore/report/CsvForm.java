package org.leadscore.report;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.QuoteMode;

/**
 * How tables are written: RFC 4180 in UTF-8, with LF behind each row.
 *
 * @param excel what Excel opens by a double click: a byte order mark in front, CRLF behind each row, and decimal commas where
 *     fields are parted by semicolons
 * @param formulaGuard whether cells that a spreadsheet would run get an apostrophe in front
 */
public record CsvForm(char delimiter, boolean excel, boolean formulaGuard) {

    /** What programs read. */
    public static final CsvForm PLAIN = new CsvForm(',', false, true);

    /** The list separator of Excel wherever the decimal separator is a comma, as in most of Europe. */
    public static final char EXCEL_DELIMITER = ';';

    public CsvForm {
        if ("\"\r\n.-0123456789".indexOf(delimiter) >= 0) {
            throw new IllegalArgumentException(
                    "neither a quote, nor a line end, nor what numbers have can part fields");
        }
    }

    /** Numbers are as the reader of the file writes them: Excel that parts fields by semicolons has decimal commas. */
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
