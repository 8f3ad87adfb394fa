package network.opencharging.bridge.metering;

import network.opencharging.bridge.unit.Watts;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether a signed document is to be believed: for charging and production alike, there is no
 * second one.
 */
public final class EvidenceCheck {
    private final MeterKeys keys;
    private final Watts most;

    /**
     * @param keys who signs with which key
     * @param most the greatest power that the meter can measure
     */
    public EvidenceCheck(MeterKeys keys, Watts most) {
        this.keys = keys;
        this.most = most;
    }

    /**
     * The verdict on a document.
     *
     * @param text as it came
     * @param before the last believed document of the same signer and kind of pages
     */
    public Verdict judge(String text, Optional<OcmfDocument> before) {
        return switch (OcmfReader.read(text)) {
            case OcmfParsing.Malformed(String why) -> new Verdict(Finding.MALFORMED, why);
            case OcmfParsing.Read(OcmfDocument document) -> judge(document, before);
        };
    }

    private Verdict judge(OcmfDocument document, Optional<OcmfDocument> before) {
        return judgeSignature(document)
                .or(() -> judgeStatus(document))
                .or(() -> judgeSeries(document, before))
                .orElseGet(() -> judgePage(document, before));
    }

    private Optional<Verdict> judgeSignature(OcmfDocument document) {
        List<MeterKey> known = new ArrayList<>();
        document.head().gateway().ifPresent(serial -> known.addAll(keys.of(serial)));
        document.head().meter().ifPresent(serial -> known.addAll(keys.of(serial)));
        if (known.isEmpty()) {
            return found(Finding.UNKNOWN_KEY, "no key is registered for its GS or MS");
        }
        List<MeterKey> fitting = known.stream().filter(key -> fits(document, key)).toList();
        if (fitting.isEmpty()) {
            return found(Finding.BAD_SIGNATURE, "no registered key made this signature");
        }
        boolean inTime =
                fitting.stream()
                        .anyMatch(key ->
                                document.readings().stream()
                                        .allMatch(read -> key.covers(read.reading().at())));
        return inTime
                ? Optional.empty()
                : found(Finding.KEY_EXPIRED, "the key is not registered for the readings' time");
    }

    private static boolean fits(OcmfDocument document, MeterKey key) {
        return document.curve()
                .verifies(document.payload(), document.signature().der(), key.text());
    }

    private static Optional<Verdict> judgeStatus(OcmfDocument document) {
        return document.readings().stream().allMatch(OcmfReading::isGood)
                ? Optional.empty()
                : found(Finding.BAD_STATUS, "the meter reports ST other than G, or EF with E");
    }

    private Optional<Verdict> judgeSeries(OcmfDocument document, Optional<OcmfDocument> before) {
        if (before.filter(last -> last.payload().equals(document.payload())).isPresent()) {
            return found(Finding.DUPLICATE, "the same page came before");
        }
        if (before.filter(last -> last.head().page() >= document.head().page()).isPresent()) {
            return found(Finding.NOT_MONOTONE, "the page is not after the one before");
        }
        ReadingSeries series = new ReadingSeries(before.map(OcmfDocument::last));
        for (OcmfReading item : document.readings()) {
            Optional<Reading> last = series.last();
            switch (series.add(item.reading())) {
                case ReadingSeries.Taken(ReadingSeries longer) -> series = longer;
                case ReadingSeries.Repeated() -> {}
                case ReadingSeries.Late(Reading newest) -> {
                    return found(Finding.NOT_MONOTONE, "time went back behind " + newest.at());
                }
                case ReadingSeries.Fell(Reading newest) -> {
                    return found(
                            Finding.NOT_MONOTONE, "the register fell below " + newest.register());
                }
            }
            if (last.filter(earlier -> isTooMuch(earlier, item.reading())).isPresent()) {
                return found(Finding.IMPLAUSIBLE, "more energy than %s allow".formatted(most));
            }
        }
        return Optional.empty();
    }

    /** One Wh is allowed on top: both registers were cut down to whole Wh. */
    private boolean isTooMuch(Reading earlier, Reading later) {
        long energy = later.register().since(earlier.register()).value() - 1;
        long millis = millis(earlier.at(), later.at());
        return energy * 3_600_000 > most.value() * millis;
    }

    private static long millis(Instant from, Instant until) {
        return Duration.between(from, until).toMillis();
    }

    private static Verdict judgePage(OcmfDocument document, Optional<OcmfDocument> before) {
        boolean gap =
                before.filter(last -> last.head().page() + 1 < document.head().page()).isPresent();
        return gap
                ? new Verdict(Finding.VALID_GAP, "true, but pages are missing before it")
                : new Verdict(Finding.VALID, "true");
    }

    private static Optional<Verdict> found(Finding finding, String why) {
        return Optional.of(new Verdict(finding, why));
    }
}
