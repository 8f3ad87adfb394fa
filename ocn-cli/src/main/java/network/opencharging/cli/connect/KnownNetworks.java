package network.opencharging.cli.connect;

import network.opencharging.cli.connect.Network.Chain;
import network.opencharging.cli.connect.Network.Contracts;
import network.opencharging.protocol.key.Address;
import network.opencharging.registry.contract.RegistryForm;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The networks that are known out of the box. */
final class KnownNetworks {
    static final String UNCHECKED =
            "Found in published software and not checked: compare the addresses with your network's"
                    + " operator before you write.";

    private KnownNetworks() {}

    static List<Network> all() {
        return List.of(local(), energyWeb(), volta(), gnosis());
    }

    private static Network local() {
        return new Network(
                "local",
                new Chain(
                        246,
                        List.of(URI.create("http://127.0.0.1:8545")),
                        1,
                        Duration.ofSeconds(1)),
                new Contracts(
                        RegistryForm.OURS, Optional.empty(), Optional.empty(), Optional.empty()),
                "A development chain on this machine; give --rpc and --registry, or add it.");
    }

    private static Network energyWeb() {
        return new Network(
                "energyweb",
                chain(246, "https://rpc.energyweb.org", 20),
                contracts(
                        RegistryForm.FIRST,
                        "0x184aeD70F2aaB0Cd1FC62261C1170560cBfd0776",
                        "0x9a59513F0C9Aa56CB4D3f3bAe0513868907BB978"),
                UNCHECKED);
    }

    private static Network volta() {
        return new Network(
                "volta",
                chain(73799, "https://volta-rpc.energyweb.org", 12),
                contracts(
                        RegistryForm.FIRST,
                        "0xd57595D5FA1F94725C426739C449b15D92758D55",
                        "0xa72479612436D1f9df5FA975baFB9ae74529aB0E"),
                UNCHECKED);
    }

    private static Network gnosis() {
        return new Network(
                "gnosis",
                chain(100, "https://rpc.gnosischain.com", 12),
                contracts(RegistryForm.SECOND, "0x416A6B9123972f79691CFC23870b28D0f0aB79a9", ""),
                UNCHECKED);
    }

    private static Chain chain(long id, String rpc, int confirmations) {
        return new Chain(id, List.of(URI.create(rpc)), confirmations, Duration.ofSeconds(5));
    }

    private static Contracts contracts(RegistryForm form, String registry, String permissions) {
        return new Contracts(
                form, Address.parse(registry), Address.parse(permissions), Optional.empty());
    }
}
