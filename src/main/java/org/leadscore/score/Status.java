package org.leadscore.score;

/** Whether a score can be acted on. The order is that of the ranking. */
public enum Status {
    SCORED("scored"),
    /** Nothing is known of the lead that any rule looks at. */
    NO_DATA("no-data"),
    DISQUALIFIED("disqualified");

    private final String word;

    Status(String word) {
        this.word = word;
    }

    /** As reports and rule files write it. */
    public String word() {
        return word;
    }
}
