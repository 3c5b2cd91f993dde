package org.leadscore.problem;

/** What the process tells its shell. The numbers are public: scripts and schedulers branch on them. */
public enum ExitCode {
    OK(0),
    /** Done, and something was found: a finding of {@code check}, a failed test, a gate that was not met. */
    FOUND(1),
    USAGE(2),
    BAD_RULES(3),
    BAD_INPUT(4),
    CANNOT_WRITE(5),
    /** Another run holds the output. */
    OUTPUT_HELD(6),
    BUG(70);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }
}
