package org.leadscore.problem;

/** Thrown when another run is writing to the same output; exit code 6. */
public final class OutputHeldException extends LeadScoreException {

    /** An exception with the message that the user is shown. */
    public OutputHeldException(String message) {
        super(message);
    }

    @Override
    public ExitCode exitCode() {
        return ExitCode.OUTPUT_HELD;
    }
}
