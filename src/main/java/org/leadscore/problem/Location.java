package org.leadscore.problem;

/** A place in a text file, line and column counted from 1 as editors do. Prints as {@code file:line:column}. */
public record Location(String file, int line, int column) {

    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
