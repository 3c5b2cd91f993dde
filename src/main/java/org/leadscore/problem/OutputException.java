package org.leadscore.problem;

/** Thrown when the output cannot be written; exit code 5. The files that stood there before stand there still. */
public final class OutputException extends LeadScoreException {

    /** An exception with the message that the user is shown. */
    public OutputException(String message) {
        super(message);
    }

    /** The same, with the failure that led to it. */
    public OutputException(String message, Throwable cause) {
        super(message, cause);
    }

    @Override
    public ExitCode exitCode() {
        return ExitCode.CANNOT_WRITE;
    }
}
