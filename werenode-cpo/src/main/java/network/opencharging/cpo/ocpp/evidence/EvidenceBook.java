package network.opencharging.cpo.ocpp.evidence;

import network.opencharging.bridge.metering.Verdict;
import network.opencharging.cpo.ocpp.message.EvseKey;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Signed documents with their verdicts, kept. */
public interface EvidenceBook {

    /** Keeps one. */
    void add(Evidence evidence);

    /** Gives one that was kept another verdict. */
    void judge(long number, Verdict verdict);

    /** The documents of a transaction, in the order in which they came. */
    List<Kept> of(String station, String transaction);

    /** A station's newest, newest first. */
    List<Kept> latest(String station, int limit);

    /** The newest document of a series that was believed, before that one. */
    Optional<String> believed(String series, long before);

    /** Those whose signer nobody knew, oldest first. */
    List<Kept> ofUnknownKeys(int limit);

    /**
     * A document.
     *
     * @param transaction in whose course; empty outside of any
     * @param at by the station's clock
     * @param text as it came, byte for byte
     * @param series who signed, and what kind of pages; empty when that cannot be read
     */
    record Evidence(
            EvseKey key,
            Optional<String> transaction,
            Instant at,
            String text,
            String series,
            Verdict verdict) {}

    /**
     * One that is kept.
     *
     * @param number counts up
     */
    record Kept(long number, Evidence evidence) {}
}
