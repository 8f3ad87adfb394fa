package network.opencharging.tools.mock.fault;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All faults that a mock can make. */
public final class Faults {
    private Faults() {}

    /** In groups: the wire, versions, lists, objects, what is told, pushes, hubs, commands. */
    public static List<Fault> all() {
        return Stream.of(
                        WireFaults.all(),
                        VersionFaults.all(),
                        ListFaults.all(),
                        ObjectFaults.all(),
                        StoreFaults.all(),
                        PushFaults.all(),
                        HubFaults.all(),
                        CommandFaults.all())
                .flatMap(List::stream)
                .toList();
    }

    /** The fault of that name. */
    public static Optional<Fault> find(String name) {
        return all().stream().filter(fault -> fault.name().equals(name)).findFirst();
    }

    /**
     * The fault of that name, planted.
     *
     * @param scope what it is for; where that names a module or a method, faults of the wire are in
     *     all of these answers, not only in the lists where they are otherwise
     * @param measure how late or how far off, for {@code slow} and {@code clock-skew}
     * @return empty when there is no such fault, or it has no measure
     */
    public static Optional<Planted> plant(String name, Scope scope, Optional<Duration> measure) {
        Optional<Fault> fault =
                measure.isPresent()
                        ? WireFaults.by(name, measure.get(), scope.isNarrow())
                        : scope.isNarrow() ? anywhere(name) : find(name);
        return fault.map(found -> new Planted(found, scope));
    }

    private static Optional<Fault> anywhere(String name) {
        return WireFaults.everywhere().stream()
                .filter(fault -> fault.name().equals(name))
                .findFirst()
                .or(() -> find(name));
    }
}
