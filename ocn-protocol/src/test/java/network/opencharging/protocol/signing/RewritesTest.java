package network.opencharging.protocol.signing;

import static network.opencharging.protocol.signing.Forger.ATTACKER;
import static network.opencharging.protocol.signing.Forger.NODE;
import static network.opencharging.protocol.signing.Forger.PARTY;
import static network.opencharging.protocol.signing.Forger.assertRefused;
import static network.opencharging.protocol.signing.Forger.request;
import static network.opencharging.protocol.signing.Forger.signed;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.protocol.json.Json;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

/** What was changed on the way, undone and checked. */
class RewritesTest {
    private final OcnVerifier verifier = OcnVerifier.strict();

    private static final String AT_PARTY = "https://msp.example/cb/1";
    private static final String AT_NODE = "https://node.example/ocpi/sender/2.2.1/commands/X/9";

    private final SignedValues asked = command(AT_PARTY);
    private final SignedValues passedOn = command(AT_NODE);
    private final OcnSignature rewritten =
            new OcnSigner(NODE)
                    .rewrite(
                            signed(asked),
                            original(RewrittenPaths.RESPONSE_URL, Json.text(AT_PARTY)),
                            passedOn);

    private SignedValues command(String url) {
        return request("\"body\":{\"response_url\":\"%s\",\"location_id\":\"L1\"}".formatted(url));
    }

    private static Json.Obj original(String path, Json value) {
        return Json.object(Map.of(path, value));
    }

    @Test
    void aRewriteTellsWhoSignedFirstAndWhatWasChanged() {
        Verification.Valid valid = (Verification.Valid) verifier.verify(passedOn, rewritten);

        assertThat(valid.signatories()).containsExactly(NODE.address(), PARTY.address());
        assertThat(valid.originator()).isEqualTo(PARTY.address());
        assertThat(valid.earlier().getFirst().originals().textOf(RewrittenPaths.RESPONSE_URL))
                .contains(AT_PARTY);
    }

    @Test
    void aRewriteOfARewriteIsUndoneInTurn() {
        SignedValues again = command("https://south.example/x");
        OcnSignature twice =
                new OcnSigner(ATTACKER)
                        .rewrite(
                                rewritten,
                                original(RewrittenPaths.RESPONSE_URL, Json.text(AT_NODE)),
                                again);

        assertThat(((Verification.Valid) verifier.verify(again, twice)).signatories())
                .containsExactly(ATTACKER.address(), NODE.address(), PARTY.address());
    }

    @Test
    void onlyWhatNodesMayRewriteMayBeRewritten() {
        SignedValues changed =
                request(
                        "\"body\":{\"response_url\":\"%s\",\"location_id\":\"L2\"}"
                                .formatted(AT_PARTY));
        OcnSignature moved =
                new OcnSigner(NODE)
                        .rewrite(
                                signed(asked),
                                original("$['body']['location_id']", Json.text("L1")),
                                changed);

        assertThat(verifier.verify(changed, moved))
                .isEqualTo(
                        new Verification.Refused(
                                new Flaw.InRewrite(
                                        0,
                                        new Flaw.RewriteNotAllowed("$['body']['location_id']"))));
    }

    @Test
    void anInventedEarlierMessageIsRefused() {
        OcnSignature invented =
                new OcnSigner(NODE)
                        .rewrite(
                                signed(asked),
                                original(
                                        RewrittenPaths.RESPONSE_URL,
                                        Json.text("https://evil.example/")),
                                passedOn);

        assertThat(verifier.verify(passedOn, invented))
                .isEqualTo(new Verification.Refused(new Flaw.InRewrite(0, new Flaw.Modified())));
    }

    @Test
    void aRewriteGivesBackSingleValuesOfTheMessageOnly() {
        OcnVerifier any = new OcnVerifier(RewrittenPaths.any(), OcnVerifier.Order.AS_RECEIVED);
        for (Json.Obj originals :
                List.of(
                        original("$['body']", asked.root().objectOf("body").orElseThrow()),
                        original(RewrittenPaths.RESPONSE_URL, Json.Obj.EMPTY),
                        original("$['body']['gone']", Json.text("x")),
                        original("$.__proto__.x", Json.text("x")))) {
            OcnSignature odd = new OcnSigner(NODE).rewrite(signed(asked), originals, passedOn);
            Verification verification = any.verify(passedOn, odd);
            assertThat(verification).isInstanceOf(Verification.Refused.class);
            assertThat(((Flaw.InRewrite) ((Verification.Refused) verification).flaw()).flaw())
                    .isInstanceOf(Flaw.RewriteOfNothing.class);
        }
    }

    @Test
    void aValueThatWasNotThereBeforeIsGivenBackAsNull() {
        SignedValues page = request("\"params\":{\"offset\":\"0\"}");
        SignedValues limited = request("\"params\":{\"offset\":\"0\",\"limit\":\"25\"}");
        OcnSignature added =
                new OcnSigner(NODE)
                        .rewrite(
                                signed(page),
                                original("$['params']['limit']", Json.Null.NULL),
                                limited);

        assertThat(
                        new OcnVerifier(RewrittenPaths.any(), OcnVerifier.Order.AS_RECEIVED)
                                .verify(limited, added))
                .isInstanceOf(Verification.Valid.class);
    }

    @Test
    void aChainWithoutEndIsNotWalked() {
        OcnSignature chain = signed(passedOn);
        for (int i = 0; i < 17; i++) {
            chain = new OcnSigner(NODE).rewrite(chain, Json.Obj.EMPTY, passedOn);
        }

        assertRefused(passedOn, chain, Flaw.TooManyRewrites.class);
    }
}
