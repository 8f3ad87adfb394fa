package network.opencharging.cpo.store;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.bridge.model.v221.Token;
import network.opencharging.bridge.model.v221.TokenType;
import network.opencharging.cpo.roaming.TokenShelf;
import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.json.JsonReader;
import network.opencharging.protocol.party.PartyId;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** What every database must do with tokens of partners. */
abstract class TokenShelfContract {
    private static final PartyId BOB = new PartyId("NL", "BOB");
    private static final PartyId EVE = new PartyId("FR", "EVE");
    private TokenShelf shelf;

    abstract CpoDatabase database();

    @BeforeEach
    void emptied() {
        database().client().sql("delete from cpo_roaming_token").update();
        shelf = new JdbcRoamingTokens(database().client());
    }

    private static Token token(PartyId owner, String uid, TokenType type, boolean valid) {
        String text =
                """
                {"country_code":"%s","party_id":"%s","uid":"%s","type":"%s","contract_id":"C-1",
                "issuer":"Ünïcode & Söhne","valid":%s,"whitelist":"ALLOWED","house":{"own":[1.50]},
                "last_updated":"2026-01-01T00:00:00Z"}
                """
                        .formatted(owner.countryCode(), owner.partyId(), uid, type.value(), valid);
        Json json = JsonReader.standard().read(text).orThrow();
        return Token.SHAPE.read(json).orThrow();
    }

    @Test
    void aTokenIsFoundInAnyCaseAndAsItCame() {
        Token card = token(BOB, "aBcDeF0123456789aBcDeF0123456789aBcD", TokenType.RFID, true);
        shelf.put(card);
        assertThat(shelf.find(BOB, "ABCDEF0123456789abcdef0123456789ABCD", TokenType.RFID))
                .map(found -> found.json().text())
                .contains(card.json().text());
        assertThat(shelf.find("abcdef0123456789ABCDEF0123456789abcd")).hasSize(1);
        assertThat(shelf.find(BOB, "another", TokenType.RFID)).isEmpty();
    }

    @Test
    void theNewestWordCounts() {
        shelf.put(token(BOB, "CARD", TokenType.RFID, true));
        shelf.put(token(BOB, "card", TokenType.RFID, false));
        assertThat(shelf.find("CARD")).hasSize(1);
        assertThat(shelf.find(BOB, "CARD", TokenType.RFID)).map(Token::valid).contains(false);
    }

    /** OCPI 2.2.1 §12.3.2: a token is unique with its owner and its type. */
    @Test
    void theSameNumberOfAnotherOwnerOrTypeIsAnotherToken() {
        shelf.put(token(BOB, "CARD", TokenType.RFID, true));
        shelf.put(token(EVE, "CARD", TokenType.RFID, false));
        shelf.put(token(BOB, "CARD", TokenType.APP_USER, true));
        assertThat(shelf.find("CARD"))
                .extracting(one -> one.partyId().text() + " " + one.type().value())
                .containsExactly("EVE RFID", "BOB APP_USER", "BOB RFID");
        assertThat(shelf.find(EVE, "CARD", TokenType.RFID)).map(Token::valid).contains(false);
        assertThat(shelf.find(EVE, "CARD", TokenType.APP_USER)).isEmpty();
    }

    /** A partner that pushes and a pull of its list come side by side. */
    @Test
    void thatManyComeAtOnceIsNoTrouble() throws Exception {
        List<Token> many =
                IntStream.range(0, 200)
                        .mapToObj(number -> token(BOB, "T" + number % 50, TokenType.RFID, true))
                        .toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<?>> all =
                    many.stream()
                            .<Future<?>>map(one -> threads.submit(() -> shelf.put(one)))
                            .toList();
            for (Future<?> one : all) {
                one.get();
            }
        }
        assertThat(
                        database()
                                .client()
                                .sql("select count(*) from cpo_roaming_token")
                                .query(Long.class)
                                .single())
                .isEqualTo(50);
    }
}
