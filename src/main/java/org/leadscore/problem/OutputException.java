package org.leadscore.problem;

/** The output cannot be written; what stood there before stands there still. */
public final class OutputException extends LeadScoreException {

    public OutputException(String message) {
        super(message);
    }

    public OutputException(String message, Throwable cause) {
        super(message, cause);
    }

    @Override
    public ExitCode exitCode() {
        return ExitCode.CANNOT_WRITE;
    }
}
