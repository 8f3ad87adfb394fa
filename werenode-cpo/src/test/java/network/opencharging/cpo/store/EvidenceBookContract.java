package network.opencharging.cpo.store;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.bridge.metering.Finding;
import network.opencharging.bridge.metering.MeterKey;
import network.opencharging.bridge.metering.Verdict;
import network.opencharging.cpo.ocpp.evidence.EvidenceBook;
import network.opencharging.cpo.ocpp.evidence.KeyBook;
import network.opencharging.cpo.ocpp.message.EvseKey;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What every database must do for what meters sign. */
abstract class EvidenceBookContract {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private JdbcEvidence book;
    private JdbcMeterKeys keys;

    abstract CpoDatabase database();

    @BeforeEach
    void emptied() {
        database().client().sql("delete from cpo_evidence").update();
        database().client().sql("delete from cpo_meter_key").update();
        book = new JdbcEvidence(database().client());
        keys = new JdbcMeterKeys(database().client());
    }

    private static EvidenceBook.Evidence document(
            String text, Optional<String> transaction, Finding finding) {
        return new EvidenceBook.Evidence(
                new EvseKey("CS", 2, 0),
                transaction,
                NOON,
                text,
                "GW1 T",
                new Verdict(finding, "because"));
    }

    private static EvidenceBook.Evidence document(String text, Finding finding) {
        return document(text, Optional.of("TX"), finding);
    }

    private static List<String> texts(List<EvidenceBook.Kept> kept) {
        return kept.stream().map(one -> one.evidence().text()).toList();
    }

    @Test
    void aDocumentComesBackByteForByte() {
        EvidenceBook.Evidence signed =
                document("OCMF|{\"RV\":1.500,\"x\":\"é\\u00e9 \"}|{\"SD\":\"0A\"}", Finding.VALID);
        EvidenceBook.Evidence outside =
                document("y".repeat(300_000), Optional.empty(), Finding.MALFORMED);
        book.add(signed);
        book.add(outside);
        assertThat(book.of("CS", "TX").stream().map(EvidenceBook.Kept::evidence))
                .containsExactly(signed);
        assertThat(book.latest("CS", 10).stream().map(EvidenceBook.Kept::evidence))
                .containsExactly(outside, signed);
        assertThat(book.latest("CS", 1)).hasSize(1);
        assertThat(book.latest("OTHER", 10)).isEmpty();
    }

    @Test
    void theDocumentsOfATransactionComeInTheirOrder() {
        List.of("first", "second", "third")
                .forEach(text -> book.add(document(text, Finding.VALID)));
        assertThat(texts(book.of("CS", "TX"))).containsExactly("first", "second", "third");
        assertThat(texts(book.latest("CS", 2))).containsExactly("third", "second");
    }

    /** Only what was believed counts as the one before. */
    @Test
    void theNewestThatWasBelievedIsFoundBeforeAnyOther() {
        book.add(document("good", Finding.VALID));
        book.add(document("with a gap", Finding.VALID_GAP));
        book.add(document("forged", Finding.BAD_SIGNATURE));
        book.add(document("last", Finding.UNKNOWN_KEY));
        List<EvidenceBook.Kept> kept = book.of("CS", "TX");
        assertThat(book.believed("GW1 T", kept.get(3).number())).contains("with a gap");
        assertThat(book.believed("GW1 T", kept.get(1).number())).contains("good");
        assertThat(book.believed("GW1 T", kept.get(0).number())).isEmpty();
        assertThat(book.believed("GW2 T", Long.MAX_VALUE)).isEmpty();
    }

    @Test
    void whoseSignerNobodyKnewIsJudgedAgain() {
        book.add(document("one", Finding.UNKNOWN_KEY));
        book.add(document("two", Finding.VALID));
        book.add(document("three", Finding.UNKNOWN_KEY));
        List<EvidenceBook.Kept> unknown = book.ofUnknownKeys(10);
        assertThat(texts(unknown)).containsExactly("one", "three");
        assertThat(book.ofUnknownKeys(1)).hasSize(1);

        book.judge(unknown.getFirst().number(), new Verdict(Finding.VALID, "w".repeat(900)));

        assertThat(texts(book.ofUnknownKeys(10))).containsExactly("three");
        Verdict now = book.of("CS", "TX").getFirst().evidence().verdict();
        assertThat(now.finding()).isEqualTo(Finding.VALID);
        assertThat(now.why()).hasSize(500);
    }

    @Test
    void aKeyIsRegisteredAndEnded() {
        MeterKey old = new MeterKey("04AB", NOON, Optional.empty());
        MeterKey fresh = new MeterKey("04CD", NOON.plusSeconds(60), Optional.empty());
        keys.put("GW1", fresh);
        keys.put("GW1", old);
        keys.put("GW2", old);
        assertThat(keys.of("GW1")).containsExactly(old, fresh);

        MeterKey ended = new MeterKey("04AB", NOON, Optional.of(NOON.plusSeconds(60)));
        keys.put("GW1", ended);

        assertThat(keys.of("GW1")).containsExactly(ended, fresh);
        assertThat(keys.of("GW3")).isEmpty();
        assertThat(keys.all())
                .containsExactly(
                        new KeyBook.Registered("GW1", ended),
                        new KeyBook.Registered("GW1", fresh),
                        new KeyBook.Registered("GW2", old));
    }
}
