package dev.grip.cli;

import picocli.CommandLine.IVersionProvider;

/** The version of this build, from the jar's manifest. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        var built = Version.class.getPackage().getImplementationVersion();
        return new String[] {
            "grip " + (built == null ? "(unpackaged)" : built), "Java " + System.getProperty("java.version")
        };
    }
}
