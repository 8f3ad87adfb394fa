package network.opencharging.registry.contract;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.protocol.key.Address;
import network.opencharging.protocol.key.PrivateKey;
import network.opencharging.protocol.key.Signature;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.party.Role;
import network.opencharging.protocol.route.ModuleId;
import network.opencharging.published.SecondIssuer;
import network.opencharging.registry.chain.key.Wallet;
import network.opencharging.registry.directory.Modules;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What is signed for the published contracts is what their own software signs. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PublishedWritesTest {
    private static final Address ANYWHERE = new Address("0x" + "c1".repeat(20));
    private static final PublishedCalls CALLS = new PublishedCalls(ANYWHERE);
    private static final PartyId CPO = new PartyId("CH", "CPO");
    private JsonNode vectors = JsonMapper.builder().build().createObjectNode();

    @BeforeAll
    void read() throws IOException {
        String file = "/network/opencharging/protocol/signing/notary-vectors.json";
        try (InputStream in = PublishedWritesTest.class.getResourceAsStream(file)) {
            vectors = JsonMapper.builder().build().readTree(Objects.requireNonNull(in, file));
        }
    }

    private Map<String, PublishedWrite> writes() {
        Address node = address("nodeA");
        Modules modules =
                new Modules(Set.of(ModuleId.LOCATIONS), Set.of(ModuleId.COMMANDS, ModuleId.TOKENS));
        Map<String, PublishedWrite> writes = new LinkedHashMap<>();
        writes.put("setNodeRaw v1,v2", CALLS.setNode(URI.create("https://node-a.example")));
        writes.put("deleteNodeRaw v1,v2", CALLS.deleteNode());
        writes.put("setPartyRaw v1", CALLS.setParty(CPO, Set.of(Role.CPO, Role.EMSP), node));
        writes.put("setPartyModulesRaw v1", CALLS.setModules(modules));
        writes.put("deletePartyRaw v1,v2", CALLS.deleteParty());
        writes.put(
                "setServiceRaw v1 Permissions",
                CALLS.service(
                        new ServiceWish.MakeOffer(
                                "ezPAY",
                                "http://ez.pay",
                                Set.of(Permission.FORWARD_ALL, Permission.FORWARD_ALL_SENDER))));
        writes.put("deleteServiceRaw v1 Permissions", CALLS.service(new ServiceWish.EndOffer()));
        writes.put(
                "createAgreementRaw / revokeAgreementRaw v1 Permissions",
                CALLS.service(new ServiceWish.RevokeAgreement(address("counterparty"))));
        writes.put(
                "setPartyRaw v2",
                CALLS.setParty(CPO, List.of(certificate(0)), node, "name", "https://cpo.example"));
        return writes;
    }

    private Stream<JsonNode> signatures() {
        return vectors.path("registry_raw_signatures").valueStream();
    }

    @ParameterizedTest
    @MethodSource("signatures")
    void theSameIsSignedToTheLastByte(JsonNode vector) throws IOException {
        String name = text(vector, "function") + " " + text(vector, "version");
        PublishedWrite write = Objects.requireNonNull(writes().get(name), name);
        Address author = new Address(text(vector, "signer"));

        byte[] signed = write.toSign(author);
        assertThat(HexFormat.of().formatHex(signed))
                .isEqualTo(text(vector, "paramHash").substring(2));
        assertThat(Wallet.of(key(author)).signPersonal(signed))
                .isEqualTo(
                        text(vector, "r")
                                + text(vector, "s").substring(2)
                                + "%02x".formatted(vector.path("v").asInt()));
    }

    @Test
    void certificatesAreCarriedAsTheirVerifierReadsThem() {
        for (int i = 0; i < 3; i++) {
            JsonNode vector = vectors.path("certificate_eip712").path(i);
            assertThat(HexFormat.of().formatHex(certificate(i).data()))
                    .isEqualTo(text(vector, "certificateData").substring(2));
            assertThat(HexFormat.of().formatHex(certificate(i).signatureWords()))
                    .isEqualTo(text(vector, "signature").substring(2));
        }
    }

    @Test
    void theIssuerOfOurTestsSignsWhatThePublishedSoftwareSigns() {
        for (int i : List.of(0, 2)) {
            JsonNode vector = vectors.path("certificate_eip712").path(i);
            JsonNode value = vector.path("value");
            JsonNode domain = vector.path("domain");
            SecondIssuer issuer =
                    new SecondIssuer(
                            key(new Address(text(vector, "signer"))),
                            domain.path("chainId").asLong(),
                            new Address(text(domain, "verifyingContract")));
            Address owner = new Address(text(value, "owner"));
            Signature signed =
                    i == 0
                            ? issuer.sign(text(value, "identifier"), text(value, "name"), owner)
                            : issuer.sign(
                                    text(value, "identifier"),
                                    text(value, "name"),
                                    owner,
                                    new SecondIssuer.Market(
                                            text(value, "marktfunktion"),
                                            text(value, "lieferant"),
                                            text(value, "bilanzkreis"),
                                            text(value, "vatid")));

            assertThat(signed).isEqualTo(certificate(i).signature());
        }
    }

    @Test
    void theSelectorsAreThePublishedOnes() {
        PublishedWrite second =
                CALLS.setParty(CPO, List.of(certificate(0)), address("nodeA"), "", "");
        String signature = "0x" + "11".repeat(64) + "1b";

        assertThat(second.direct().data()).startsWith("0x0799363d");
        assertThat(second.relayed(ANYWHERE, signature).data()).startsWith("0xe1e64995");
        assertThat(CALLS.setParty(CPO, Set.of(Role.CPO), ANYWHERE).direct().data())
                .startsWith("0xa7bcc11d");
        assertThat(CALLS.deleteNode().relayed(ANYWHERE, signature).data()).startsWith("0x6c265bbc");
    }

    private RoleCertificate certificate(int index) {
        JsonNode vector = vectors.path("certificate_eip712").path(index);
        JsonNode value = vector.path("value");
        Optional<RoleCertificate.Market> market =
                value.has("lieferant")
                        ? Optional.of(
                                new RoleCertificate.Market(
                                        text(value, "marktfunktion"),
                                        text(value, "lieferant"),
                                        text(value, "bilanzkreis"),
                                        Optional.of(text(value, "vatid"))
                                                .filter(vat -> !vat.isEmpty())))
                        : Optional.empty();
        String rs = text(vector, "r") + text(vector, "s").substring(2);
        return new RoleCertificate(
                index == 0 ? Role.CPO : Role.EMSP,
                new RoleCertificate.Holder(
                        text(value, "identifier"),
                        text(value, "name"),
                        new Address(text(value, "owner"))),
                market,
                Signature.parse(rs + "%02x".formatted(vector.path("v").asInt())).orElseThrow());
    }

    private Address address(String who) {
        return new Address(text(vectors.path("keys").path(who), "address"));
    }

    private PrivateKey key(Address account) {
        for (JsonNode entry : vectors.path("keys")) {
            if (account.equals(new Address(text(entry, "address")))) {
                return PrivateKey.parse(text(entry, "private_key")).orElseThrow();
            }
        }
        throw new IllegalArgumentException("nobody's key: " + account);
    }

    private static String text(JsonNode from, String name) {
        return from.path(name).asString("");
    }
}
