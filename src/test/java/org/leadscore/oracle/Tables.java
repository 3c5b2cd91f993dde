package org.leadscore.oracle;

import java.sql.SQLException;

/** Contacts and events as SQL, in one of several ways of reading them. */
interface Tables {

    /** A query for {@code id}, {@code written} and the columns asked for, a row a contact. */
    String contacts(AskedColumns columns) throws SQLException;

    /** A query for {@code id}, {@code written}, {@code t} in milliseconds, and the columns asked for, a row an event. */
    String events(AskedColumns columns) throws SQLException;

    /** A query for the ids of those who had become customers by the as-of time. */
    default String customers() throws SQLException {
        return "SELECT '' WHERE false";
    }

    /** The calendar day, counted from 1970-01-01, of a time in milliseconds. */
    String day(String t);

    /** The type that has room for all amounts and what they are multiplied with. */
    String wholeType();

    /** The decimals of numbers, which are integers. */
    int places();
}
