package network.opencharging.bridge.quirk;

import java.util.List;
import java.util.stream.Stream;

/**
 * {@code VERSION_2_2}: 2.2 is offered beside 2.2.1, and taken where a hub has nothing better. The
 * original bridge and nodes of its time look for exactly that word. What is said under it is what
 * 2.2.1 says: 2.2.1 corrects 2.2 and removes nothing.
 */
public final class OldVersion implements Quirk {

    /** The quirk. */
    public OldVersion() {}

    @Override
    public String name() {
        return "VERSION_2_2";
    }

    @Override
    public List<String> versions(List<String> usual) {
        return Stream.concat(usual.stream(), Stream.of("2.2")).toList();
    }
}
