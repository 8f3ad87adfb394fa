package network.opencharging.cpo.ocpp.evidence;

import network.opencharging.bridge.metering.EvidenceCheck;
import network.opencharging.bridge.metering.Finding;
import network.opencharging.bridge.metering.OcmfDocument;
import network.opencharging.bridge.metering.OcmfHead;
import network.opencharging.bridge.metering.OcmfParsing;
import network.opencharging.bridge.metering.OcmfReader;
import network.opencharging.bridge.metering.Verdict;
import network.opencharging.cpo.ocpp.message.Metered;
import network.opencharging.cpo.ocpp.message.Sample;

import java.util.Optional;

/** Judges what meters signed, and keeps document and verdict. */
public final class Judge {
    private static final int MOST_AGAIN = 10_000;

    private final EvidenceBook book;
    private final EvidenceCheck check;

    public Judge(EvidenceBook book, EvidenceCheck check) {
        this.book = book;
        this.check = check;
    }

    /** Judges what is signed among the values. */
    public void judge(Metered metered) {
        metered.samples().stream().filter(Sample::signed).forEach(sample -> judge(metered, sample));
    }

    private void judge(Metered metered, Sample sample) {
        String series = series(sample.value());
        book.add(
                new EvidenceBook.Evidence(
                        metered.key(),
                        metered.transaction(),
                        sample.at(),
                        sample.value(),
                        series,
                        verdict(sample.value(), series, Long.MAX_VALUE)));
    }

    private Verdict verdict(String sent, String series, long before) {
        return check.judge(
                SignedText.document(sent), book.believed(series, before).flatMap(Judge::document));
    }

    private static Optional<OcmfDocument> document(String sent) {
        return OcmfReader.read(SignedText.document(sent))
                        instanceof OcmfParsing.Read(OcmfDocument document)
                ? Optional.of(document)
                : Optional.empty();
    }

    /** Pages count up for each signer and kind. */
    private static String series(String sent) {
        return document(sent).map(OcmfDocument::head).map(Judge::series).orElse("");
    }

    private static String series(OcmfHead head) {
        String name =
                "%s|%s|%s"
                        .formatted(
                                head.gateway().orElse(""), head.meter().orElse(""), head.pages());
        return name.length() > 200 ? name.substring(0, 200) : name;
    }

    /** A key was registered: what nobody could judge is judged now. */
    public void again() {
        for (EvidenceBook.Kept kept : book.ofUnknownKeys(MOST_AGAIN)) {
            EvidenceBook.Evidence evidence = kept.evidence();
            Verdict verdict = verdict(evidence.text(), evidence.series(), kept.number());
            if (verdict.finding() != Finding.UNKNOWN_KEY) {
                book.judge(kept.number(), verdict);
            }
        }
    }
}
