package org.leadscore.problem;

/** Another run is writing to the same output. */
public final class OutputHeldException extends LeadScoreException {

    public OutputHeldException(String message) {
        super(message);
    }

    @Override
    public ExitCode exitCode() {
        return ExitCode.OUTPUT_HELD;
    }
}
