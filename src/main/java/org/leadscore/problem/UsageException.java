package org.leadscore.problem;

/** The command line asks for something that cannot be, found only once the files were read. */
public final class UsageException extends LeadScoreException {

    public UsageException(String message) {
        super(message);
    }

    public UsageException(String message, Throwable cause) {
        super(message, cause);
    }

    @Override
    public ExitCode exitCode() {
        return ExitCode.USAGE;
    }
}
