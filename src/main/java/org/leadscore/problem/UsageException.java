package org.leadscore.problem;

/** Thrown when the command line asks for something impossible, found only once the files were read; exit code 2. */
public final class UsageException extends LeadScoreException {

    /** An exception with the message that the user is shown. */
    public UsageException(String message) {
        super(message);
    }

    /** The same, with the failure that led to it. */
    public UsageException(String message, Throwable cause) {
        super(message, cause);
    }

    @Override
    public ExitCode exitCode() {
        return ExitCode.USAGE;
    }
}
