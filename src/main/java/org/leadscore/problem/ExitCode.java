package org.leadscore.problem;

/** The exit code of the process. The numbers are public: scripts and schedulers branch on them. */
public enum ExitCode {
    OK(0),

    /** Success with a finding: a problem that {@code check} found, a failed test, or a gate that was not met. */
    FOUND(1),
    USAGE(2),
    BAD_RULES(3),
    BAD_INPUT(4),
    CANNOT_WRITE(5),

    /** Failure as another run holds the output. */
    OUTPUT_HELD(6),
    BUG(70);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    /** The number that the shell gets. */
    public int code() {
        return code;
    }
}
