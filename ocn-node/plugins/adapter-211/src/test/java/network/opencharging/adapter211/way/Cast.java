package network.opencharging.adapter211.way;

import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.party.Role;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Olga's CPO and Otto's eMSP speak 2.1.1; Nina's CPO and Nils's eMSP speak 2.2.1. All are at one
 * node with the adapter.
 */
final class Cast implements AutoCloseable {
    static final PartyId OLGA = new PartyId("DE", "OLG");
    static final PartyId OTTO = new PartyId("DE", "OTT");
    static final PartyId NINA = new PartyId("NL", "NIN");
    static final PartyId NILS = new PartyId("NL", "NIL");

    final WholeNode node;
    final Partner olga;
    final Partner otto;
    final Partner nina;
    final Partner nils;
    final WholeNode.Reply registered;

    Cast(Path folder) throws IOException {
        node =
                WholeNode.start(
                        folder,
                        Map.of(OLGA, Role.CPO, OTTO, Role.EMSP, NINA, Role.CPO, NILS, Role.EMSP));
        olga = new Partner(OLGA, Role.CPO, true);
        otto = new Partner(OTTO, Role.EMSP, true);
        nina = new Partner(NINA, Role.CPO, false);
        nils = new Partner(NILS, Role.EMSP, false);
        registered = olga.register(node);
        for (Partner other : List.of(otto, nina, nils)) {
            other.register(node);
        }
    }

    void forget() {
        List.of(olga, otto, nina, nils).forEach(Partner::forget);
    }

    @Override
    public void close() {
        List.of(olga, otto, nina, nils).forEach(Partner::close);
        node.close();
    }
}
