package network.opencharging.protocol.signing;

import static network.opencharging.protocol.signing.Forger.assertRefused;
import static network.opencharging.protocol.signing.Forger.listing;
import static network.opencharging.protocol.signing.Forger.request;
import static network.opencharging.protocol.signing.Forger.signed;
import static network.opencharging.protocol.signing.Forger.signedValues;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The list of fields is not signed: it is held against the message instead. */
class ForgedFieldsTest {
    private final SignedValues genuine = request("\"body\":{\"status\":\"AVAILABLE\"}");

    @Test
    void anEmptyListSignedOnceStandsForNothing() {
        OcnSignature overNothing = signed(signedValues("{}"));

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
