package network.opencharging.bridge.config;

import network.opencharging.bridge.sign.PartySigner;
import network.opencharging.bridge.sign.SignatureCheck;
import network.opencharging.bridge.sign.Signing;
import network.opencharging.protocol.key.PrivateKey;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.registry.directory.Directory;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The keys of own parties. */
final class Keys {
    private Keys() {}

    static Signing signing(BridgeSettings settings, Directory directory) {
        Map<PartyId, PrivateKey> keys = new HashMap<>();
        for (PartiesSettings.One party : settings.parties().list()) {
            if (!party.keyFile().isBlank()) {
                keys.put(party.party(), key(party));
            }
        }
        return new Signing(
                new PartySigner(keys),
                new SignatureCheck(
                        directory,
                        settings.door().signatures(),
                        settings.hub().ownParty().stream()
                                .collect(Collectors.toUnmodifiableSet())));
    }

    private static PrivateKey key(PartiesSettings.One party) {
        return PrivateKey.parse(Folder.text(Path.of(party.keyFile())))
                .orElseThrow(() ->
                        new UnusableSetting(
                                ("The key file %s of %s (ocn.bridge.parties.list[…].key-file,"
                                                + " OCN_BRIDGE_KEY_FILE) must hold 64 hexadecimal"
                                                + " digits.")
                                        .formatted(party.keyFile(), party.id())));
    }
}
