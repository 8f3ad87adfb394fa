package network.opencharging.protocol.signing;

import static network.opencharging.protocol.signing.Forger.assertRefused;
import static network.opencharging.protocol.signing.Forger.request;
import static network.opencharging.protocol.signing.Forger.signed;
import static network.opencharging.protocol.signing.Forger.signedValues;
import static network.opencharging.protocol.signing.Forger.transplanted;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.util.List;

/** Values of another message with the same joined text. */
class ForgedValuesTest {
    private final OcnVerifier verifier = OcnVerifier.strict();

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
                    signedValues(
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
            SignedValues swallowed = signedValues("{\"body\":{\"_\":\"1DEMSPCHCPOAVAILABLE\"}}");

            assertRefused(swallowed, transplanted(genuine, swallowed), Flaw.NotAMessage.class);
        }

        @Test
        void aHeaderThatIsNeverSignedIsNotSigned() {
            SignedValues odd =
                    signedValues(genuine.root().text().replace("x-correlation-id", "x-request-id"));

            assertRefused(odd, transplanted(genuine, odd), Flaw.NotAMessage.class);
        }

        @Test
        void anUnknownGroupOfValuesIsRefused() {
            SignedValues odd =
                    signedValues(
                            "{\"trailers\":{\"a\":\"1\"}," + genuine.root().text().substring(1));

            assertRefused(odd, signed(genuine), Flaw.NotAMessage.class);
        }

        @Test
        void groupsMustBeObjects() {
            for (String json :
                    List.of(
                            "{\"headers\":[\"1\"]}",
                            "{\"headers\":\"1\"}",
                            "{\"headers\":{\"x-correlation-id\":{\"a\":\"1\"}}}")) {
                assertThat(verifier.verify(signedValues(json), signed(genuine)))
                        .isInstanceOf(Verification.Refused.class);
            }
            SignedValues list = request("\"params\":[\"1\"]");
            assertRefused(list, signed(list), Flaw.NotAMessage.class);
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
