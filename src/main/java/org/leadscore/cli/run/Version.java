package org.leadscore.cli.run;

import picocli.CommandLine.IVersionProvider;

/** The version that the jar was built as. */
public final class Version implements IVersionProvider {

    /** The version; {@code development} when the program does not run from its jar. */
    public static String text() {
        String built = Version.class.getPackage().getImplementationVersion();
        return built == null ? "development" : built;
    }

    /** The line that {@code --version} prints. */
    public static String line() {
        return "leadscore " + text();
    }

    @Override
    public String[] getVersion() {
        return new String[] {line()};
    }
}
