package network.opencharging.registry.contract;

import static network.opencharging.registry.Cast.ALC;
import static network.opencharging.registry.Cast.ALICE_KEY;
import static network.opencharging.registry.Cast.BOB;
import static network.opencharging.registry.Cast.BOB_KEY;
import static network.opencharging.registry.Cast.NORTH;
import static network.opencharging.registry.Cast.NORTH_ADDRESS;
import static network.opencharging.registry.Cast.NORTH_KEY;
import static network.opencharging.registry.Cast.SOUTH;
import static network.opencharging.registry.Cast.SOUTH_ADDRESS;
import static network.opencharging.registry.Cast.SOUTH_KEY;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.protocol.key.Address;
import network.opencharging.protocol.party.Role;
import network.opencharging.protocol.route.ModuleId;
import network.opencharging.registry.Cast;
import network.opencharging.registry.OnChain;
import network.opencharging.registry.directory.Modules;
import network.opencharging.registry.listing.Wish;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A node built for the first registry reads this one. Selectors, tuples and ordinals are written
 * here by hand, from the published interface, word by word of 32 bytes.
 */
class FirstRegistryTest {
    private static final String NOBODY = "0".repeat(64);
    private static OnChain net;

    @BeforeAll
    static void aRegistry() throws IOException {
        net = OnChain.start();
        net.node(NORTH_KEY, NORTH);
        net.node(SOUTH_KEY, SOUTH);
        net.party(ALICE_KEY, ALC, Role.CPO, NORTH_KEY);
        net.carryOut(
                ALICE_KEY,
                new Wish.SetParty(ALC, Set.of(Role.CPO, Role.HUB, Role.SCSP), NORTH_ADDRESS));
        net.carryOut(
                ALICE_KEY,
                new Wish.SetModules(
                        new Modules(
                                Set.of(ModuleId.TOKENS, ModuleId.CDRS),
                                Set.of(ModuleId.COMMANDS))));
        // Bob asks South, and South has not answered.
        net.carryOut(BOB_KEY, new Wish.SetParty(BOB, Set.of(Role.EMSP), SOUTH_ADDRESS));
    }

    @AfterAll
    static void close() {
        net.close();
    }

    @Test
    void getNodeAndGetNodeOperators() throws IOException {
        assertThat(call("9d209048" + word(NORTH_ADDRESS)))
                .isEqualTo(number(32) + text(NORTH.url().toString()));
        assertThat(call("9d209048" + word(Cast.address(ALICE_KEY))))
                .isEqualTo(number(32) + number(0));
        assertThat(call("66acaa33"))
                .isEqualTo(number(32) + number(2) + word(NORTH_ADDRESS) + word(SOUTH_ADDRESS));
    }

    @Test
    void getParties() throws IOException {
        assertThat(call("a8311aa8"))
                .isEqualTo(
                        number(32)
                                + number(2)
                                + word(Cast.address(ALICE_KEY))
                                + word(Cast.address(BOB_KEY)));
    }

    @Test
    void getOperatorByAddressAndByOcpi() throws IOException {
        String north = word(NORTH_ADDRESS) + number(64) + text(NORTH.url().toString());
        assertThat(call("88cf72a0" + word(Cast.address(ALICE_KEY)))).isEqualTo(north);
        assertThat(call("7a091aa5" + left("DE") + left("ALC"))).isEqualTo(north);
    }

    @Test
    void whoIsNotReachedHasNoOperator() throws IOException {
        String nobody = NOBODY + number(64) + number(0);
        assertThat(call("7a091aa5" + left("NL") + left("BOB"))).isEqualTo(nobody);
        assertThat(call("7a091aa5" + left("XX") + left("XXX"))).isEqualTo(nobody);
    }

    /** (bytes2, bytes3, uint8[] sender, uint8[] receiver, uint8[] roles, address, string). */
    @Test
    void getPartyDetailsByAddress() throws IOException {
        List<String> words = words(call("df516128" + word(Cast.address(ALICE_KEY))));
        assertThat(words.get(0)).isEqualTo(left("DE"));
        assertThat(words.get(1)).isEqualTo(left("ALC"));
        assertThat(list(words, 2)).as("cdrs and tokens").containsExactly(0, 6);
        assertThat(list(words, 3)).as("commands").containsExactly(2);
        assertThat(list(words, 4)).as("CPO, HUB, SCSP").containsExactly(0, 2, 6);
        assertThat(words.get(5)).isEqualTo(word(NORTH_ADDRESS));
        assertThat(string(words, 6)).isEqualTo(NORTH.url().toString());
    }

    /** (address, uint8[] roles, uint8[] sender, uint8[] receiver, address, string). */
    @Test
    void getPartyDetailsByOcpi() throws IOException {
        List<String> words = words(call("a5b5ffbb" + left("DE") + left("ALC")));
        assertThat(words.get(0)).isEqualTo(word(Cast.address(ALICE_KEY)));
        assertThat(list(words, 1)).containsExactly(0, 2, 6);
        assertThat(list(words, 2)).containsExactly(0, 6);
        assertThat(list(words, 3)).containsExactly(2);
        assertThat(words.get(4)).isEqualTo(word(NORTH_ADDRESS));
        assertThat(string(words, 5)).isEqualTo(NORTH.url().toString());
    }

    private static String call(String data) throws IOException {
        return net.rpc().call(Address.ZERO, net.registry().address(), "0x" + data).substring(2);
    }

    private static List<String> words(String hex) {
        return new ArrayList<>(List.of(hex.split("(?<=\\G.{64})")));
    }

    private static List<Integer> list(List<String> words, int position) {
        int start = Integer.parseInt(words.get(position), 16) / 32;
        int length = Integer.parseInt(words.get(start), 16);
        return words.subList(start + 1, start + 1 + length).stream()
                .map(word -> Integer.parseInt(word, 16))
                .toList();
    }

    private static String string(List<String> words, int position) {
        int start = Integer.parseInt(words.get(position), 16) / 32;
        int length = Integer.parseInt(words.get(start), 16);
        String hex = String.join("", words.subList(start + 1, words.size()));
        byte[] bytes = java.util.HexFormat.of().parseHex(hex.substring(0, 2 * length));
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static String number(int value) {
        return "%064x".formatted(value);
    }

    private static String word(Address address) {
        return "0".repeat(24) + address.lowerCase().substring(2);
    }

    private static String left(String ascii) {
        String hex = java.util.HexFormat.of().formatHex(ascii.getBytes(StandardCharsets.US_ASCII));
        return hex + "0".repeat(64 - hex.length());
    }

    private static String text(String value) {
        String hex = java.util.HexFormat.of().formatHex(value.getBytes(StandardCharsets.UTF_8));
        return number(value.length()) + hex + "0".repeat((64 - hex.length() % 64) % 64);
    }
}
