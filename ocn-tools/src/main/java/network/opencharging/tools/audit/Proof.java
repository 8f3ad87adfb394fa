package network.opencharging.tools.audit;

import network.opencharging.bridge.metering.EvidenceCheck;
import network.opencharging.bridge.metering.MeterKey;
import network.opencharging.bridge.metering.OcmfDocument;
import network.opencharging.bridge.metering.OcmfParsing;
import network.opencharging.bridge.metering.OcmfReader;
import network.opencharging.bridge.metering.OcmfReading;
import network.opencharging.bridge.metering.Verdict;
import network.opencharging.bridge.unit.WattHours;
import network.opencharging.bridge.unit.Watts;
import network.opencharging.protocol.json.Json;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** What a meter signed (OCPI 2.2.1 §10.4.7), and whether it is what was billed. */
final class Proof {
    private static final String PATH = "$.signed_data";

    /** More than any plug gives. */
    private static final Watts MOST = new Watts(5_000_000);

    private final Json.Obj cdr;
    private final Json.Obj signed;
    private final Optional<String> trusted;
    private final List<Remark> remarks = new ArrayList<>();
    private final List<OcmfReading> readings = new ArrayList<>();

    private Proof(Json.Obj cdr, Json.Obj signed, Optional<String> trusted) {
        this.cdr = cdr;
        this.signed = signed;
        this.trusted = trusted;
    }

    /**
     * Everything about the signed data of a CDR.
     *
     * @param trusted the meter's key as one knows it; without it that of the CDR counts
     */
    static List<Remark> check(Json.Obj cdr, Optional<String> trusted) {
        Optional<Json.Obj> signed = cdr.objectOf("signed_data");
        if (signed.isEmpty()) {
            return List.of(Remark.note(PATH, "the CDR has none: no meter vouches for it"));
        }
        Proof proof = new Proof(cdr, signed.get(), trusted);
        String encoding = signed.get().textOf("encoding_method").orElse("");
        if (!encoding.equals("OCMF")) {
            return List.of(
                    Remark.note(
                            PATH + ".encoding_method",
                            "is not OCMF: what is signed cannot be checked here"));
        }
        proof.key();
        proof.documents();
        proof.energy();
        return List.copyOf(proof.remarks);
    }

    private Optional<String> key() {
        Optional<String> told = signed.textOf("public_key");
        if (trusted.isPresent()) {
            return trusted;
        }
        remarks.add(
                told.isPresent()
                        ? Remark.note(
                                PATH + ".public_key",
                                "is taken as the CDR tells it: with --meter-key the one that you"
                                        + " know is taken")
                        : Remark.differs(
                                PATH + ".public_key",
                                "is missing: say the meter's key with --meter-key"));
        return told;
    }

    private void documents() {
        Optional<MeterKey> key =
                trusted.or(() -> signed.textOf("public_key"))
                        .map(text -> new MeterKey(text, Instant.MIN, Optional.empty()));
        EvidenceCheck check = new EvidenceCheck(_ -> key.map(List::of).orElse(List.of()), MOST);
        List<Json.Obj> values = Fields.objects(signed, "signed_values");
        if (values.isEmpty()) {
            remarks.add(Remark.differs(PATH + ".signed_values", "has none"));
        }
        Optional<OcmfDocument> before = Optional.empty();
        for (int i = 0; i < values.size(); i++) {
            String path = PATH + ".signed_values[" + i + "]";
            String text = whole(values.get(i).textOf("signed_data").orElse(""));
            Verdict verdict = check.judge(text, before);
            String sentence =
                    "%s: %s (%s)"
                            .formatted(
                                    values.get(i).textOf("nature").orElse("?"),
                                    verdict.finding(),
                                    verdict.why());
            remarks.add(
                    verdict.finding().isBillable()
                            ? Remark.same(path, sentence)
                            : Remark.differs(path, sentence));
            if (OcmfReader.read(text) instanceof OcmfParsing.Read(OcmfDocument document)) {
                plain(path, values.get(i), document);
                readings.addAll(document.readings());
                before = Optional.of(document);
            }
        }
    }

    private void plain(String path, Json.Obj value, OcmfDocument document) {
        Optional<String> told = value.textOf("plain_data");
        boolean same =
                told.filter(text -> text.equals(document.payload()) || text.equals(document.text()))
                        .isPresent();
        if (!same) {
            remarks.add(Remark.differs(path + ".plain_data", "is not what stands in signed_data"));
        }
    }

    /** Base64 by the specification; many send the document as it is. */
    private static String whole(String text) {
        if (text.startsWith("OCMF|")) {
            return text;
        }
        try {
            return new String(Base64.getMimeDecoder().decode(text), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    private void energy() {
        if (readings.size() < 2) {
            remarks.add(
                    Remark.note(
                            PATH, "has less than two readings: the energy cannot be told from it"));
            return;
        }
        WattHours first = readings.getFirst().reading().register();
        WattHours last = readings.getLast().reading().register();
        Optional<WattHours> billed =
                Fields.number(cdr, "total_energy")
                        .filter(kwh -> kwh.signum() >= 0 && kwh.scale() <= 3)
                        .filter(kwh -> kwh.precision() < 12)
                        .map(WattHours::ofKilowattHours);
        if (last.compareTo(first) < 0) {
            return;
        }
        WattHours measured = last.since(first);
        // Registers are cut to whole Wh, each.
        boolean same =
                billed.filter(wh -> Math.abs(wh.value() - measured.value()) <= 1).isPresent();
        remarks.add(
                same
                        ? Remark.same(PATH, "the meter signed %s, as billed".formatted(measured))
                        : Remark.differs(
                                PATH,
                                "the meter signed %s, billed are %s"
                                        .formatted(
                                                measured,
                                                cdr.member("total_energy")
                                                        .map(Json::text)
                                                        .orElse("none"))));
    }
}
