package network.opencharging.registry.contract;

import network.opencharging.protocol.key.Address;
import network.opencharging.protocol.key.Signature;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.party.Role;

import org.web3j.abi.DefaultFunctionEncoder;
import org.web3j.abi.datatypes.DynamicStruct;
import org.web3j.abi.datatypes.Type;
import org.web3j.abi.datatypes.Utf8String;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * What an issuer of the second published registry has signed about a party: one for each role. Who
 * may issue them is decided there; here they are only carried.
 *
 * @param role for which role
 * @param holder about whom
 * @param market what certificates of EMSPs say besides; others have none
 * @param signature the issuer's signature
 */
public record RoleCertificate(
        Role role, Holder holder, Optional<Market> market, Signature signature) {

    /**
     * Whom a certificate is about.
     *
     * @param identifier country code and party id with a blank between, such as {@code DE ALC}
     * @param name for people
     * @param owner the account that may list itself with it
     */
    public record Holder(String identifier, String name, Address owner) {}

    /**
     * Where an EMSP stands in the electricity market.
     *
     * @param function its function there ({@code marktfunktion})
     * @param supplier its supplier ({@code lieferant})
     * @param balancingGroup its balancing group ({@code bilanzkreis})
     * @param vatId its VAT id; certificates of older verifiers have none
     */
    public record Market(
            String function, String supplier, String balancingGroup, Optional<String> vatId) {}

    /** Whether it speaks of this party, as identifiers are written. */
    public boolean isAbout(PartyId party) {
        return holder.identifier().equals(party.countryCode() + " " + party.partyId());
    }

    /** The certificate as the verifier decodes it: one struct. */
    byte[] data() {
        List<Type<?>> members = new ArrayList<>();
        members.add(new Utf8String(holder.identifier()));
        members.add(new Utf8String(holder.name()));
        market.ifPresent(said -> {
            members.add(new Utf8String(said.function()));
            members.add(new Utf8String(said.supplier()));
            members.add(new Utf8String(said.balancingGroup()));
        });
        members.add(new org.web3j.abi.datatypes.Address(holder.owner().lowerCase()));
        market.flatMap(Market::vatId).ifPresent(vat -> members.add(new Utf8String(vat)));
        DynamicStruct struct = new DynamicStruct(members.toArray(new Type<?>[0]));
        return HexFormat.of()
                .parseHex(new DefaultFunctionEncoder().encodeParameters(List.of(struct)));
    }

    /** The signature as the verifier decodes it: r, s and v, a word each. */
    byte[] signatureWords() {
        String hex = signature.hex();
        String v = hex.substring(hex.length() - 2);
        return HexFormat.of().parseHex(hex.substring(0, hex.length() - 2) + "0".repeat(62) + v);
    }

    RoleDetails details() {
        return new RoleDetails(data(), signatureWords(), Generation.SECOND.roles().indexOf(role));
    }
}
