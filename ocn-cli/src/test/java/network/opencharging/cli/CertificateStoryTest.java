package network.opencharging.cli;

import static network.opencharging.cli.Ground.ALICE;
import static network.opencharging.cli.Ground.BOB;
import static network.opencharging.cli.Ground.NORTH;
import static network.opencharging.cli.Ground.POOR;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;

import network.opencharging.cli.Ground.Said;
import network.opencharging.protocol.key.Address;
import network.opencharging.protocol.key.PrivateKey;
import network.opencharging.registry.chain.tx.Call;
import network.opencharging.registry.chain.tx.Outcome;
import network.opencharging.registry.contract.CertifierContract;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.web3j.abi.FunctionEncoder;
import org.web3j.abi.datatypes.Function;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** In a network where it must be proved who somebody is: owner, issuers, operator and party. */
class CertificateStoryTest {
    private Ground ground;
    private Address certifier = Address.ZERO;
    private HttpServer web;
    private String claim = "";

    @BeforeEach
    void aNetworkWhoseOwnerDemandsProofs(@TempDir Path folder) throws IOException {
        ground = Ground.start(folder);
        certifier = ground.deploy(CertifierContract.creation(NORTH.address()));
        String set =
                FunctionEncoder.encode(
                        new Function(
                                "setCertifier",
                                List.of(new org.web3j.abi.datatypes.Address(certifier.lowerCase())),
                                List.of()));
        assertThat(ground.send(NORTH, Call.of(ground.registry(), set)))
                .isInstanceOf(Outcome.Mined.class);
        good(as(NORTH, "certificate trust " + BOB.address() + " --role CPO,EMSP --domains"));
        good(as(NORTH, "certificate demand --role CPO --domains"));
        web = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        web.createContext(
                "/.well-known/ocn-domain-claim",
                exchange -> {
                    byte[] body = claim.getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(body.length == 0 ? 404 : 200, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        web.start();
    }

    @AfterEach
    void close() {
        web.stop(0);
        ground.close();
    }

    @Test
    void aDomainIsClaimedServedProvedAndListed() throws IOException {
        String node = "http://127.0.0.1:" + web.getAddress().getPort();
        Said unproved = as(ALICE, "node set " + node);
        assertThat(unproved.exit()).isEqualTo(1);
        assertThat(unproved.err()).contains("must first prove");

        String prove = "domain prove " + node + " " + ALICE.address();
        assertThat(as(BOB, prove).err()).contains("is no claim", "ocn domain claim");
        claim = as(NORTH, "domain claim " + node + " -o json").out();
        Said another = as(BOB, prove);
        assertThat(another.exit()).isEqualTo(1);
        assertThat(another.err()).contains("not signed by " + ALICE.address());

        claim = as(ALICE, "domain claim " + node + " -o json").out();
        good(as(BOB, prove));
        good(as(ALICE, "node set " + node));
        assertThat(ask("certificate list").out()).contains(node, "counts");
    }

    @Test
    void aPartyIsCertifiedListedAndRevoked() throws IOException {
        ofAnOperator();
        String listing = "party set DE/ALC --role CPO --operator " + NORTH.address();
        Said uncertified = as(ALICE, listing);
        assertThat(uncertified.exit()).isEqualTo(1);
        assertThat(uncertified.err()).contains("needs a certificate");

        String certify = "certificate set DE/ALC " + ALICE.address() + " --role CPO --serial 77";
        Said told = as(BOB, certify + " --dry-run");
        assertThat(told.out()).contains("is DE/ALC with roles [CPO]", "would pass");
        good(as(BOB, certify));
        good(as(ALICE, listing));
        assertThat(ask("certificate get DE/ALC -o json").out())
                .contains("\"certified\": [\"CPO\"]", "\"needed_for\": [\"CPO\"]");

        good(as(BOB, "certificate delete 77"));
        assertThat(ask("certificate get DE/ALC -o json").out()).contains("\"certified\": []");
        assertThat(ask("certificate list --holder " + ALICE.address()).out()).contains("revoked");
        Said again = as(BOB, certify);
        assertThat(again.exit()).as("what is revoked does not come back").isEqualTo(1);
        assertThat(again.err()).contains("is revoked: true");
    }

    @Test
    void anIssuerWithoutMoneyOnlySigns() throws IOException {
        good(as(NORTH, "certificate trust " + POOR.address() + " --role CPO"));
        Path file = ground.file("certificate.json");
        good(
                as(
                        POOR,
                        "certificate set DE/ALC "
                                + ALICE.address()
                                + " --role CPO --serial 5 --for 30d --sign-to "
                                + file));
        good(as(ALICE, "relay " + file));
        String get = "certificate get DE/ALC " + ALICE.address() + " -o json";
        assertThat(ask(get).out()).contains("\"certified\": [\"CPO\"]");

        Path revocation = ground.file("revocation.json");
        good(as(POOR, "certificate delete 5 --sign-to " + revocation));
        good(as(ALICE, "relay " + revocation));
        assertThat(ask(get).out()).contains("\"certified\": []");
    }

    @Test
    void whoMayNotVouchIsToldSo() throws IOException {
        Said stranger =
                as(ALICE, "certificate set DE/ALC " + ALICE.address() + " --role CPO --serial 1");
        assertThat(stranger.exit()).isEqualTo(1);
        assertThat(stranger.err()).contains("may not vouch for role number 0");

        Said notOwner = as(ALICE, "certificate trust " + ALICE.address() + " --role CPO");
        assertThat(notOwner.exit()).isEqualTo(1);
        assertThat(notOwner.err()).contains("is not the owner");
        Said relayed = as(NORTH, "certificate demand --sign-to " + ground.file("x.json"));
        assertThat(relayed.exit()).isEqualTo(2);
        assertThat(relayed.err()).contains("send it yourself");

        Said nowhere = ground.as(BOB, "certificate delete 1");
        assertThat(nowhere.exit()).isEqualTo(2);
        assertThat(nowhere.err()).contains("--certifier ADDRESS");
        Said unsafe = as(BOB, "domain prove http://north.example " + NORTH.address());
        assertThat(unsafe.exit()).isEqualTo(2);
        assertThat(unsafe.err()).contains("https://");
    }

    @Test
    void anIssuerThatIsNoLongerTrustedVouchesForNothing() throws IOException {
        good(as(BOB, "certificate set DE/ALC " + ALICE.address() + " --role CPO"));

        good(as(NORTH, "certificate trust " + BOB.address()));

        assertThat(ask("certificate list").out()).contains("beyond_scope");
        assertThat(ask("certificate get DE/ALC " + ALICE.address() + " -o json").out())
                .contains("\"certified\": []");
    }

    private void ofAnOperator() throws IOException {
        String node = "http://127.0.0.1:" + web.getAddress().getPort();
        claim = as(NORTH, "domain claim " + node + " -o json").out();
        good(as(BOB, "domain prove " + node + " " + NORTH.address()));
        good(as(NORTH, "node set " + node));
    }

    private Said ask(String line) {
        return ground.ask(line + " --certifier " + certifier);
    }

    private Said as(PrivateKey who, String line) throws IOException {
        return ground.as(who, line + " --certifier " + certifier);
    }

    private static void good(Said said) {
        assertThat(said.exit()).as(said.out() + said.err()).isZero();
    }
}
