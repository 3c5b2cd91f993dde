package org.leadscore.problem;

/** The input cannot be used as a whole; single bad rows are rejects, not this. */
public final class InputException extends LeadScoreException {

    public InputException(String message) {
        super(message);
    }

    public InputException(String message, Throwable cause) {
        super(message, cause);
    }

    @Override
    public ExitCode exitCode() {
        return ExitCode.BAD_INPUT;
    }
}
