package network.opencharging.acceptance.dsl;

import network.opencharging.tools.local.Installation;

import java.nio.file.Path;

/** This project, as it lies on the disk and was just built. */
public final class Project {
    private Project() {}

    /** The folder of the project. */
    public static Path root() {
        return Path.of("..").toAbsolutePath().normalize();
    }

    /** Its programs. */
    public static Installation installation() {
        return Installation.at(root(), System.getenv());
    }
}
