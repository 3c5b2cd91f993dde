package org.leadscore.score.point;

/** The status of a lead: scored or, with the reason, not to be acted on. The order is that of the ranking. */
public enum Status {
    SCORED("scored"),
    /** The outcomes say that the lead had become a customer by the as-of time. */
    CUSTOMER("customer"),
    /** Nothing is known of the lead that any rule looks at. */
    NO_DATA("no-data"),
    DISQUALIFIED("disqualified");

    private final String word;

    Status(String word) {
        this.word = word;
    }

    /** The word of reports and rule files. */
    public String word() {
        return word;
    }
}
