package network.opencharging.protocol.signing;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.json.JsonReader;
import network.opencharging.protocol.key.PrivateKey;
import network.opencharging.protocol.key.Signature;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * What an attacker can do who holds one genuine signature of a party: hash and rsv are fixed, the
 * list of fields and the message are his.
 */
class ForgeryTest {
    private static final PrivateKey PARTY = key("11");
    private static final PrivateKey NODE = key("33");
    private static final PrivateKey ATTACKER = key("55");

    private final OcnVerifier verifier = OcnVerifier.strict();

    private static PrivateKey key(String pair) {
        return PrivateKey.parse(pair.repeat(32)).orElseThrow();
    }

    /** A request by DE/MSP to CH/CPO with correlation id 1; {@code rest} is the JSON behind. */
    private static SignedValues request(String rest) {
        return values(
                """
                {"headers":{"x-correlation-id":"1","ocpi-from-country-code":"DE",\
                "ocpi-from-party-id":"MSP","ocpi-to-country-code":"CH","ocpi-to-party-id":"CPO"}%s}\
                """
                        .formatted(rest.isEmpty() ? "" : "," + rest));
    }

    private static SignedValues values(String json) {
        return new SignedValues((Json.Obj) JsonReader.standard().read(json).orThrow());
    }

    private static OcnSignature signed(SignedValues values) {
        return new OcnSigner(PARTY).sign(values);
    }

    /** The genuine hash and rsv under another list of fields: that of the forged message. */
    private static OcnSignature transplanted(SignedValues genuine, SignedValues forged) {
        return listing(signed(genuine), signed(forged).fields());
    }

    private static OcnSignature listing(OcnSignature signature, List<String> fields) {
        return new OcnSignature(
                fields,
                signature.hash(),
                signature.rsv(),
                signature.signatory(),
                signature.rewrites());
    }

    private void assertRefused(
            SignedValues presented, OcnSignature signature, Class<? extends Flaw> why) {
        Verification verification = verifier.verify(presented, signature);
        assertThat(verification).isInstanceOf(Verification.Refused.class);
        Flaw flaw = ((Verification.Refused) verification).flaw();
        assertThat(flaw).isInstanceOf(why);
        assertThat(flaw.sentence()).endsWith(".");
    }

    @Test
    void theGenuineMessagesOfTheseTestsAreAccepted() {
        for (String rest :
                List.of(
                        "",
                        "'params':{'offset':'10','limit':'50'}",
                        "'params':{'date_from':'2026-01-01T00:00:00Z','type':'RFID'}",
                        "'body':{'kwh':12.5,'valid':true,'last_updated':'2026-01-01T00:00:00.1Z'}",
                        "'body':{'a':'','b':null,'c':[],'d':{}}",
                        "'body':'ACCEPTED'")) {
            SignedValues genuine = request(rest.replace('\'', '"'));
            assertThat(verifier.verify(genuine, signed(genuine)))
                    .as(rest)
                    .isInstanceOf(Verification.Valid.class);
        }
    }

    @Nested
    class ListOfFields {
        private final SignedValues genuine = request("\"body\":{\"status\":\"AVAILABLE\"}");

        @Test
        void anEmptyListSignedOnceStandsForNothing() {
            OcnSignature overNothing = signed(values("{}"));

            assertRefused(genuine, overNothing, Flaw.NothingSigned.class);
        }

        @Test
        void aMemberThatIsNotListedIsNotSigned() {
            SignedValues more = request("\"body\":{\"status\":\"AVAILABLE\",\"x\":\"1\"}");

            assertRefused(more, signed(genuine), Flaw.NotCovered.class);
        }

        @Test
        void aListedMemberMustBeThere() {
            List<String> fields = new ArrayList<>(signed(genuine).fields());
            fields.add("$['body']['nothing']");

            assertRefused(genuine, listing(signed(genuine), fields), Flaw.NotThere.class);
        }

        @Test
        void aFieldListedTwiceIsRefused() {
            List<String> fields = new ArrayList<>(signed(genuine).fields());
            fields.add(fields.getLast());

            assertRefused(genuine, listing(signed(genuine), fields), Flaw.ListedTwice.class);
        }

        @Test
        void aFieldListedInTwoSpellingsIsRefused() {
            List<String> fields = new ArrayList<>(signed(genuine).fields());
            fields.add("$['body']['STATUS']");

            assertRefused(genuine, listing(signed(genuine), fields), Flaw.NotThere.class);
        }

        @Test
        void expressionsAreNeverEvaluated() {
            for (String path :
                    List.of(
                            "$..status",
                            "$['body'][*]",
                            "$['body'][?(@.status)]",
                            "$['body'][(@.length-1)]",
                            "$['body'][0:1]",
                            "$['body']['status','x']",
                            "$.body.status",
                            "$['body'][\"status\"]",
                            "$['body'][00]",
                            "$['body'][-1]",
                            "$['__proto__']['status']",
                            "$['body']['status'] ",
                            "$",
                            "")) {
                List<String> fields = new ArrayList<>(signed(genuine).fields());
                fields.set(fields.size() - 1, path);

                assertRefused(genuine, listing(signed(genuine), fields), Flaw.StrangePath.class);
            }
        }

        @Test
        void valuesAreNotExchangedByAnotherOrderOfTheList() {
            SignedValues cheap = request("\"body\":{\"a\":\"4.00\",\"b\":\"9.99\"}");
            SignedValues exchanged = request("\"body\":{\"a\":\"9.99\",\"b\":\"4.00\"}");
            List<String> fields = new ArrayList<>(signed(cheap).fields());
            Collections.swap(fields, fields.size() - 1, fields.size() - 2);

            assertRefused(exchanged, listing(signed(cheap), fields), Flaw.OutOfOrder.class);
            assertThat(
                            new OcnVerifier(RewrittenPaths.ofNodes(), OcnVerifier.Order.ANY)
                                    .verify(exchanged, listing(signed(cheap), fields)))
                    .as("what the lenient order costs")
                    .isInstanceOf(Verification.Valid.class);
        }

        @Test
        void aQuoteInANameCannotPretendToBeAPath() {
            SignedValues nested = request("\"body\":{\"a\":{\"b\":\"1\"}}");
            SignedValues flat = request("\"body\":{\"a']['b\":\"1\"}");

            assertThat(signed(flat).fields()).isEqualTo(signed(nested).fields());
            assertRefused(flat, signed(nested), Flaw.NotAMessage.class);
        }
    }

    @Nested
    class ShiftedValues {
        private void assertShiftRefused(String genuine, String forged) {
            SignedValues signed = request(genuine.replace('\'', '"'));
            SignedValues presented = request(forged.replace('\'', '"'));
            OcnSignature signature = transplanted(signed, presented);

            assertThat(signature.hash()).as("same joined text").isEqualTo(signed(presented).hash());
            assertRefused(presented, signature, Flaw.WrongForm.class);
        }

        @Test
        void digitsMovedBetweenOffsetAndLimit() {
            assertShiftRefused(
                    "'params':{'offset':'1','limit':'00'}", "'params':{'offset':'10','limit':'0'}");
            assertShiftRefused(
                    "'params':{'offset':'1','limit':'50'}", "'params':{'offset':'15','limit':'0'}");
            assertShiftRefused(
                    "'params':{'offset':'10','limit':'50'}",
                    "'params':{'offset':'1','limit':'050'}");
            assertShiftRefused(
                    "'params':{'offset':'1','limit':'2'}", "'params':{'offset':'12','limit':''}");
            assertShiftRefused(
                    "'params':{'limit':'50','offset':'0'}", "'params':{'limit':'5','offset':'00'}");
        }

        @Test
        void digitsMovedBetweenATimeAndItsNeighbour() {
            assertShiftRefused(
                    "'params':{'date_from':'2026-01-01T00:00:00','offset':'10'}",
                    "'params':{'date_from':'2026-01-01T00:00:001','offset':'0'}");
        }

        @Test
        void lettersMovedBetweenTheRoutingHeaders() {
            String genuine = "\"body\":{\"status\":\"AVAILABLE\"}";
            SignedValues shifted =
                    values(
                            """
                            {"headers":{"x-correlation-id":"1D","ocpi-from-country-code":"EM",\
                            "ocpi-from-party-id":"SPC","ocpi-to-country-code":"HC",\
                            "ocpi-to-party-id":"POA"},"body":{"status":"VAILABLE"}}\
                            """);

            assertRefused(shifted, transplanted(request(genuine), shifted), Flaw.WrongForm.class);
        }

        @Test
        void lettersMovedBetweenMembersOfABody() {
            assertShiftRefused(
                    "'body':{'id':'CDR1','currency':'EUR'}",
                    "'body':{'id':'CDR1E','currency':'UR'}");
            assertShiftRefused(
                    "'body':{'country_code':'DE','party_id':'ALC','id':'L1'}",
                    "'body':{'country_code':'DE','party_id':'AL','id':'CL1'}");
        }

        @Test
        void aNumberBecomesATextAndATextANumber() {
            assertShiftRefused("'body':{'kwh':12.5}", "'body':{'kwh':'12.5'}");
            assertShiftRefused("'body':{'uid':'12'}", "'body':{'uid':12}");
            assertShiftRefused("'body':{'valid':true}", "'body':{'valid':'true'}");
        }

        @Test
        void aListBecomesASingleValueAndAnObjectAList() {
            assertShiftRefused("'body':{'evse_uids':['A']}", "'body':{'evse_uids':'A'}");
            assertShiftRefused(
                    "'body':{'connectors':[{'id':'1'}]}", "'body':{'connectors':{'id':'1'}}");
        }
    }

    @Nested
    class WrongRooms {
        private final SignedValues genuine = request("\"body\":{\"status\":\"AVAILABLE\"}");

        @Test
        void aWholeMessageIsNotTheValueOfOneMember() {
            SignedValues swallowed = values("{\"body\":{\"_\":\"1DEMSPCHCPOAVAILABLE\"}}");

            assertRefused(swallowed, transplanted(genuine, swallowed), Flaw.NotAMessage.class);
        }

        @Test
        void aHeaderThatIsNeverSignedIsNotSigned() {
            SignedValues odd =
                    values(genuine.root().text().replace("x-correlation-id", "x-request-id"));

            assertRefused(odd, transplanted(genuine, odd), Flaw.NotAMessage.class);
        }

        @Test
        void anUnknownGroupOfValuesIsRefused() {
            SignedValues odd =
                    values("{\"trailers\":{\"a\":\"1\"}," + genuine.root().text().substring(1));

            assertRefused(odd, signed(genuine), Flaw.NotAMessage.class);
        }

        @Test
        void groupsMustBeObjects() {
            for (String json :
                    List.of(
                            "{\"headers\":[\"1\"]}",
                            "{\"headers\":\"1\"}",
                            "{\"headers\":{\"x-correlation-id\":{\"a\":\"1\"}}}")) {
                assertThat(verifier.verify(values(json), signed(genuine)))
                        .isInstanceOf(Verification.Refused.class);
            }
            SignedValues list = request("\"params\":[\"1\"]");
            assertRefused(list, signed(list), Flaw.NotAMessage.class);
        }
    }

    @Nested
    class Signers {
        private final SignedValues genuine = request("\"body\":{\"status\":\"AVAILABLE\"}");
        private final OcnSignature signature = signed(genuine);

        @Test
        void aForeignSignatoryIsRefused() {
            OcnSignature foreign =
                    new OcnSignature(
                            signature.fields(),
                            signature.hash(),
                            signature.rsv(),
                            NODE.address(),
                            List.of());

            assertRefused(genuine, foreign, Flaw.ForeignSigner.class);
        }

        @Test
        void everySpellingOfTheSignatureButOneIsRefused() {
            Signature low = Signature.parse(signature.rsv()).orElseThrow();
            BigInteger order =
                    new BigInteger(
                            "fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141", 16);
            String twin = new Signature(low.r(), order.subtract(low.s()), 1 - low.parity()).hex();
            String rs = signature.rsv().substring(0, 130);
            String v = signature.rsv().substring(130);
            for (String rsv :
                    List.of(
                            "0x" + twin,
                            rs + (v.equals("1b") ? "00" : "01"),
                            signature.rsv().substring(2),
                            signature.rsv().toUpperCase(java.util.Locale.ROOT),
                            signature.rsv() + "00",
                            "0x" + "0".repeat(130),
                            "0x" + "f".repeat(128) + "1b",
                            "")) {
                assertRefused(genuine, withRsv(rsv), Flaw.NotCanonical.class);
            }
        }

        private OcnSignature withRsv(String rsv) {
            return new OcnSignature(
                    signature.fields(),
                    signature.hash(),
                    rsv,
                    signature.signatory(),
                    signature.rewrites());
        }

        @Test
        void everySpellingOfTheHashButOneIsRefused() {
            for (String hash :
                    List.of(
                            signature.hash().toUpperCase(java.util.Locale.ROOT),
                            signature.hash().substring(2),
                            "")) {
                OcnSignature other =
                        new OcnSignature(
                                signature.fields(),
                                hash,
                                signature.rsv(),
                                signature.signatory(),
                                List.of());
                assertRefused(genuine, other, Flaw.Modified.class);
            }
        }
    }

    @Nested
    class Rewrites {
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
            return request(
                    "\"body\":{\"response_url\":\"%s\",\"location_id\":\"L1\"}".formatted(url));
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
                                            new Flaw.RewriteNotAllowed(
                                                    "$['body']['location_id']"))));
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
                    .isEqualTo(
                            new Verification.Refused(new Flaw.InRewrite(0, new Flaw.Modified())));
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

    /** Said in the documentation of {@link OcnVerifier}: here it is shown, so that nobody hopes. */
    @Nested
    class WhatNobodyCanTell {
        private void assertAccepted(String genuine, String forged) {
            SignedValues presented = request(forged.replace('\'', '"'));

            assertThat(
                            verifier.verify(
                                    presented,
                                    transplanted(request(genuine.replace('\'', '"')), presented)))
                    .isInstanceOf(Verification.Valid.class);
        }

        @Test
        void charactersMovedWhereBothFormsAreStillKept() {
            assertAccepted(
                    "'params':{'offset':'1','limit':'25'}", "'params':{'offset':'12','limit':'5'}");
            assertAccepted("'body':{'a':'1','b':'2'}", "'body':{'a':'12','b':''}");
        }

        @Test
        void unknownMembersRenamedOrOfAnotherType() {
            assertAccepted("'body':{'a':'1'}", "'body':{'b':'1'}");
            assertAccepted("'body':{'a':'1'}", "'body':{'a':1}");
        }

        @Test
        void emptyMembersAddedOrRemoved() {
            assertAccepted("'body':{'status':'CHARGING'}", "'body':{'status':'CHARGING','x':[]}");
        }
    }
}
