package org.leadscore;

/** Starts the program. The only class that may end it. */
public final class Main {

    private Main() {}

    public static void main(String[] args) {}
}
