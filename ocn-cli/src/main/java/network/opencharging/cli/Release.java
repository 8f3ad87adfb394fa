package network.opencharging.cli;

import picocli.CommandLine.IVersionProvider;

import java.util.Objects;

/** Which version this is, from the jar's manifest. */
final class Release implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = Release.class.getPackage().getImplementationVersion();
        return new String[] {
            "ocn " + Objects.requireNonNullElse(version, "(not packaged)"),
            "Java " + Runtime.version()
        };
    }
}
