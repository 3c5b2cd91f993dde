package org.leadscore.problem;

/** Thrown when the input cannot be used as a whole; exit code 4. Single bad rows are rejects and throw nothing. */
public final class InputException extends LeadScoreException {

    /** An exception with the message that the user is shown. */
    public InputException(String message) {
        super(message);
    }

    /** The same, with the failure that led to it. */
    public InputException(String message, Throwable cause) {
        super(message, cause);
    }

    @Override
    public ExitCode exitCode() {
        return ExitCode.BAD_INPUT;
    }
}
