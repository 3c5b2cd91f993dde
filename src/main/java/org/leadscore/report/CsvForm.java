package org.leadscore.report;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.QuoteMode;

/**
 * How tables are written: RFC 4180 in UTF-8, with LF behind each row.
 *
 * @param excel what Excel opens by a double click: a byte order mark in front, CRLF behind each row
 * @param formulaGuard whether cells that a spreadsheet would run get an apostrophe in front
 */
public record CsvForm(char delimiter, boolean excel, boolean formulaGuard) {

    /** What programs read. */
    public static final CsvForm PLAIN = new CsvForm(',', false, true);

    /** The list separator of Excel wherever the decimal separator is a comma, as in most of Europe. */
    public static final char EXCEL_DELIMITER = ';';

    public CsvForm {
        if (delimiter == '"' || delimiter == '\n' || delimiter == '\r') {
            throw new IllegalArgumentException("a quote or a line end cannot part fields");
        }
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
