package network.opencharging.tools.mock.fault;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All faults that a mock can make. */
public final class Faults {
    private Faults() {}

    /** In groups: the wire, versions, lists, objects, what is told, commands. */
    public static List<Fault> all() {
        return Stream.of(
                        WireFaults.all(),
                        VersionFaults.all(),
                        ListFaults.all(),
                        ObjectFaults.all(),
                        StoreFaults.all(),
                        CommandFaults.all())
                .flatMap(List::stream)
                .toList();
    }

    /** The fault of that name. */
    public static Optional<Fault> find(String name) {
        return all().stream().filter(fault -> fault.name().equals(name)).findFirst();
    }
}
