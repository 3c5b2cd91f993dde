package org.leadscore.problem;

/** A failure the user can act on. Everything else that is thrown is a defect of the program and exits with 70. */
public abstract sealed class LeadScoreException extends RuntimeException
        permits RulesException, InputException, OutputException, OutputHeldException, UsageException {

    LeadScoreException(String message) {
        super(message);
    }

    LeadScoreException(String message, Throwable cause) {
        super(message, cause);
    }

    /** The code with which the process ends when nothing catches the failure before. */
    public abstract ExitCode exitCode();
}
