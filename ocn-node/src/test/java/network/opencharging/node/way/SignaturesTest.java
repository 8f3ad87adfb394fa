package network.opencharging.node.way;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.protocol.key.PrivateKey;
import network.opencharging.protocol.message.HeaderNames;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.Locale;
import java.util.stream.Stream;

/** A party's signature is checked wherever it is given, and asked for where it is demanded. */
class SignaturesTest {
    private static final Cast CAST = new Cast();
    private static final String OBJECT = "/ocpi/receiver/2.2.1/locations/DE/ALC/L1";

    @AfterAll
    static void end() {
        CAST.close();
    }

    @BeforeEach
    void forget() {
        CAST.forget();
    }

    static Stream<StubParty> receivers() {
        return Stream.of(CAST.carol, CAST.bob);
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("receivers")
    void aChangedMessageIsRefusedBeforeItIsForwarded(StubParty to) {
        Asking asking = put(to).signedBy(CAST.alice.key());

        assertRefused(asking.body("{\"kwh\":2}").send(), 2901);
        assertRefused(asking.body("{\"kwh\":1.0,\"more\":1}").send(), 2901);
        assertRefused(asking.with(HeaderNames.X_CORRELATION_ID, "other").send(), 2901);
        assertRefused(asking.asks("PUT", OBJECT + "?type=RFID").send(), 2901);
        assertRefused(asking.with(HeaderNames.OCN_SIGNATURE, "!").send(), 2001);
        assertThat(to.seen()).isEmpty();
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("receivers")
    void bothAreToldWhatWasFoundOfTheOthersSignatureAndNobodyElseSaysIt(StubParty to) {
        String status = HeaderNames.OCN_VERIFICATION_STATUS;
        to.answers(Signed.by(to.key(), Said.ok()));

        Said said = put(to).signedBy(CAST.alice.key()).send();

        assertThat(to.last().header(status)).isEqualTo("VERIFIED");
        assertThat(said.header(status)).isEqualTo("VERIFIED");

        to.answers(Said.ok().with(status, "VERIFIED"));
        Said unsigned = put(to).with(status, "VERIFIED").send();

        assertThat(to.last().header(status))
                .as("not what the sender claims")
                .isEqualTo("NOT_PRESENTED");
        assertThat(unsigned.header(status)).isEqualTo("NOT_PRESENTED");

        to.answers(Signed.by(to.key(), Said.json(400, "{\"status_code\":2003," + Said.TIME + "}")));
        Said refusal = put(to).signedBy(CAST.alice.key()).send();

        assertThat(refusal.code()).isEqualTo(2003);
        assertThat(refusal.header(status)).as("a refusal is signed too").isEqualTo("VERIFIED");
    }

    @Test
    void aRepeatedParameterWouldBeSignedOnlyOnce() {
        Asking asking =
                CAST.from(CAST.alice, CAST.carol)
                        .asks("GET", "/ocpi/sender/2.2.1/tokens?limit=1")
                        .signedBy(CAST.alice.key());

        assertRefused(asking.asks("GET", "/ocpi/sender/2.2.1/tokens?limit=1&limit=2").send(), 2001);
        assertThat(CAST.carol.seen()).isEmpty();
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("receivers")
    void thePartyOrItsOperatorSignsAndNobodyElse(StubParty to) {
        assertThat(put(to).signedBy(CAST.alice.key()).send().code()).isEqualTo(1000);
        assertThat(put(to).signedBy(CAST.north.key()).send().code()).isEqualTo(1000);
        to.forget();
        for (PrivateKey stranger : new PrivateKey[] {to.key(), Cast.key(77), Cast.key(7)}) {
            assertRefused(put(to).signedBy(stranger).send(), 2901);
        }
        assertThat(to.seen()).isEmpty();
    }

    @Test
    void theReceiversOperatorMayChangeALinkButNotSpeakForTheSender() {
        assertRefused(put(CAST.bob).signedBy(CAST.south.key()).send(), 2901);
        assertThat(CAST.bob.seen()).isEmpty();
    }

    @Test
    void aStrangerMayNotChangeWhatTheServerSigned() {
        Said honest =
                Said.data("[1]")
                        .with(HeaderNames.LINK, "<" + CAST.carol.url() + "/1>; rel=\"next\"");
        Said signed = Signed.by(CAST.carol.key(), honest);
        Asking list = CAST.from(CAST.alice, CAST.carol).asks("GET", "/ocpi/sender/2.2.1/tokens");
        String changed = "<" + CAST.carol.url() + "/2>; rel=\"next\"";

        CAST.carol.answers(Signed.changedBy(CAST.north.key(), signed, changed));
        assertThat(list.send().code()).isEqualTo(1000);

        CAST.carol.answers(Signed.changedBy(Cast.key(77), signed, changed));
        assertRefused(list.send(), 4000);
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("receivers")
    void partiesAreTheSameInLowerCaseAndTheSpellingTravelsWithTheSignature(StubParty to) {
        Asking spelled =
                put(to).with(HeaderNames.FROM_PARTY_ID, "alc")
                        .with(
                                HeaderNames.TO_COUNTRY_CODE,
                                to.id().countryCode().toLowerCase(Locale.ROOT));

        assertThat(spelled.send().code()).isEqualTo(1000);

        Said said = spelled.signedAs(CAST.alice.key()).send();
        assertThat(said.code()).as(said.text()).isEqualTo(1000);
        assertThat(to.last().header(HeaderNames.FROM_PARTY_ID)).isEqualTo("alc");
        assertThat(to.last().header(HeaderNames.TO_COUNTRY_CODE))
                .isEqualTo(to.id().countryCode().toLowerCase(Locale.ROOT));
    }

    @Test
    void anUnsignedMessageGoesToOtherNodesInUpperCaseBecauseOldOnesTellTheDifference() {
        put(CAST.bob).with(HeaderNames.FROM_PARTY_ID, "alc").send();

        assertThat(CAST.bob.last().header(HeaderNames.FROM_PARTY_ID)).isEqualTo("ALC");
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("receivers")
    void aSignedAnswerIsCheckedToo(StubParty to) {
        Said honest = Said.data("{\"kwh\":1.50}");
        to.answers(Signed.by(to.key(), honest));
        assertThat(get(to).send().code()).isEqualTo(1000);

        Said signed = Signed.by(to.key(), honest);
        to.answers(Said.json(200, signed.text().replace("1.50", "1.51")));
        assertRefused(get(to).send(), 4000);

        to.answers(Signed.by(Cast.key(77), honest));
        assertRefused(get(to).send(), 4000);
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("receivers")
    void whoSignsItsRequestGetsASignedRefusal(StubParty to) {
        to.answers(Said.json(503, "down"));

        Said said = put(to).signedBy(CAST.alice.key()).send();

        assertThat(said.code()).isEqualTo(4003);
        assertThat(Signed.signersOf(said)).containsExactly(CAST.nodeOf(to).key().address());
    }

    @Test
    void aNodeThatDemandsSignaturesTakesNothingElseInEitherDirection() {
        try (Cast strict = new Cast("ocn.node.relay.signatures=true")) {
            Asking asking =
                    strict.from(strict.alice, strict.bob).asks("PUT", OBJECT).body("{\"kwh\":1.0}");
            assertThat(asking.send().code()).isEqualTo(2901);
            assertThat(strict.bob.seen()).isEmpty();

            strict.bob.answers(Said.ok());
            assertThat(asking.signedBy(strict.alice.key()).send().code()).isEqualTo(4000);

            strict.bob.answers(Signed.by(strict.bob.key(), Said.ok()));
            assertThat(asking.signedBy(strict.alice.key()).send().code()).isEqualTo(1000);
        }
    }

    private static Asking put(StubParty to) {
        return CAST.from(CAST.alice, to).asks("PUT", OBJECT).body("{\"kwh\":1.0}");
    }

    private static Asking get(StubParty to) {
        return CAST.from(CAST.alice, to).asks("GET", "/ocpi/receiver/2.2.1/sessions/DE/ALC/S1");
    }

    private static void assertRefused(Said said, int code) {
        assertThat(said.code()).as(said.text()).isEqualTo(code);
    }
}
