package network.opencharging.cpo.cdr;

import network.opencharging.bridge.metering.EvidenceCheck;
import network.opencharging.bridge.metering.MeterKey;
import network.opencharging.bridge.metering.OcmfDocument;
import network.opencharging.bridge.metering.OcmfParsing;
import network.opencharging.bridge.metering.OcmfReader;
import network.opencharging.bridge.metering.SignedData;
import network.opencharging.bridge.metering.Verdict;
import network.opencharging.bridge.unit.Watts;
import network.opencharging.cpo.session.ChargeSession;
import network.opencharging.cpo.site.Evse;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the meter signed of a session, as far as it is true. */
public final class Evidence {
    private static final Logger LOG = LoggerFactory.getLogger(Evidence.class);
    private final Watts most;

    /**
     * @param most the greatest power that any meter here can measure
     */
    public Evidence(Watts most) {
        this.most = most;
    }

    Optional<SignedData> of(ChargeSession session) {
        return session.opening()
                .place()
                .evse()
                .meter()
                .flatMap(meter ->
                        of(
                                session,
                                new MeterKey(meter.key(), Instant.EPOCH, Optional.empty()),
                                meter));
    }

    private Optional<SignedData> of(ChargeSession session, MeterKey key, Evse.Meter meter) {
        EvidenceCheck check =
                new EvidenceCheck(
                        serial -> serial.equals(meter.serial()) ? List.of(key) : List.of(), most);
        List<OcmfDocument> documents = new ArrayList<>();
        for (String text : session.meter().evidence()) {
            Optional<OcmfDocument> before =
                    documents.isEmpty() ? Optional.empty() : Optional.of(documents.getLast());
            Verdict verdict = check.judge(text, before);
            if (!verdict.finding().isBillable()) {
                LOG.warn(
                        "session {}: a signed reading is not used: {}",
                        session.id(),
                        verdict.why());
            } else if (OcmfReader.read(text) instanceof OcmfParsing.Read(OcmfDocument document)) {
                documents.add(document);
            }
        }
        return documents.isEmpty()
                ? Optional.empty()
                : SignedData.of(documents, key, Optional.empty(), SignedData.LONG);
    }
}
