package network.opencharging.adapter211.words;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.party.PartyId;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What 2.1.1 says comes back as it was, number for number, after it was said in 2.2.1; and what is
 * said in 2.2.1 without that which 2.1.1 cannot say comes back too.
 */
class RoundTripTest {
    private static final PartyId OWNER = new PartyId("DE", "ALC");
    private static final int OBJECTS = 500;

    /** A kind of object, its words, and what of it is lost by rule. */
    record Kind(
            String name,
            Function<Random211, Json.Obj> random,
            ObjectWords words,
            UnaryOperator<Json.Obj> kept) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Kind> kinds() {
        return Stream.of(
                new Kind("Location", Random211::location, new LocationWords("Etc/UTC"), it -> it),
                new Kind("EVSE", Random211::evse, PartWords.EVSE, it -> it),
                new Kind("Connector", Random211::connector, PartWords.CONNECTOR, it -> it),
                new Kind(
                        "Session",
                        Random211::session,
                        new SessionWords(Optional.empty()),
                        it -> it.without("location")),
                new Kind(
                        "CDR",
                        Random211::cdr,
                        new CdrWords(Optional.empty()),
                        it -> it.without("location")),
                new Kind("Tariff", Random211::tariff, new TariffWords(), it -> it),
                new Kind("Token", Random211::token, new TokenWords(), it -> it));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void whatTheOldVersionSaysComesBackAsItWas(Kind kind) {
        Random211 random = new Random211(211);
        for (int i = 0; i < OBJECTS; i++) {
            Json.Obj old = kind.random().apply(random);

            Json.Obj fresh = said(kind.words().up(old, OWNER, true));

            assertThat(kind.kept().apply(said(kind.words().down(fresh, true))))
                    .isEqualTo(kind.kept().apply(old));
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aPartOfAnObjectComesBackWithNothingAdded(Kind kind) {
        Random211 random = new Random211(212);
        for (int i = 0; i < OBJECTS; i++) {
            Json.Obj whole = kind.random().apply(random);
            for (String name : whole.members().keySet()) {
                if (name.equals("location") || name.equals("auth_id")) {
                    continue;
                }
                Json.Obj part = Json.Obj.EMPTY.with(name, whole.member(name).orElseThrow());
                if (kind.words() instanceof CdrWords
                        || part.equals(Json.Obj.EMPTY.with("type", "UNKNOWN"))) {
                    continue;
                }

                Json.Obj fresh = said(kind.words().up(part, OWNER, false));

                assertThat(said(kind.words().down(fresh, false))).isEqualTo(part);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void whatTheNewVersionSaysComesBackAsFarAsTheOldOneCanSayIt(Kind kind) {
        Random211 random = new Random211(213);
        for (int i = 0; i < OBJECTS; i++) {
            Json.Obj fresh = said(kind.words().up(kind.random().apply(random), OWNER, true));

            Json.Obj again =
                    said(kind.words().up(said(kind.words().down(fresh, true)), OWNER, true));

            Json.Obj expected = fresh;
            if (kind.words() instanceof SessionWords || kind.words() instanceof CdrWords) {
                assertThat(again.member("cdr_token")).isEqualTo(fresh.member("cdr_token"));
            }
            assertThat(again).isEqualTo(expected);
        }
    }

    private static Json.Obj said(Saying saying) {
        assertThat(saying).isInstanceOf(Saying.Of.class);
        return ((Saying.Of) saying).object();
    }
}
