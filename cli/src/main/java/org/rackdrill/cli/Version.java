package org.rackdrill.cli;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** The version of this program, as its jar says it. */
public final class Version implements IVersionProvider {

    /** Returns the version number, or {@code development} outside a jar. */
    public static String number() {
        return Objects.requireNonNullElse(Version.class.getPackage().getImplementationVersion(), "development");
    }

    @Override
    public String[] getVersion() {
        return new String[] {"rackdrill " + number()};
    }
}
