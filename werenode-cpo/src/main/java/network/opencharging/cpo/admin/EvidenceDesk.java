package network.opencharging.cpo.admin;

import network.opencharging.bridge.metering.Finding;
import network.opencharging.bridge.metering.MeterKey;
import network.opencharging.cpo.ocpp.evidence.EvidenceBook;
import network.opencharging.cpo.ocpp.evidence.Judge;
import network.opencharging.cpo.ocpp.evidence.KeyBook;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What meters signed, whether it is to be believed, and the keys by which that is known. */
@RestController
public class EvidenceDesk {
    private static final int BAD_REQUEST = 400;
    private static final int LONGEST_SERIAL = 100;
    private static final int LONGEST_KEY = 1_000;

    private final EvidenceBook book;
    private final KeyBook keys;
    private final Judge judge;

    public EvidenceDesk(EvidenceBook book, KeyBook keys, Judge judge) {
        this.book = book;
        this.keys = keys;
        this.judge = judge;
    }

    /** A station's newest documents, newest first; of one transaction, in their order. */
    @GetMapping("/admin/stations/{station}/evidence")
    List<EvidenceView> evidence(
            @PathVariable String station,
            @RequestParam Optional<String> transaction,
            @RequestParam(defaultValue = "100") int limit) {
        int most = Limit.of(limit);
        return transaction
                .map(name -> book.of(station, name))
                .orElseGet(() -> book.latest(station, most))
                .stream()
                .limit(most)
                .map(EvidenceView::of)
                .toList();
    }

    /** All keys. */
    @GetMapping("/admin/meter-keys")
    List<KeyView> keys() {
        return keys.all().stream().map(KeyView::of).toList();
    }

    /** Registers a key; what was signed with it before is judged again. */
    @PutMapping("/admin/meter-keys/{serial}")
    List<KeyView> put(@PathVariable String serial, @RequestBody KeyWish wish) {
        String key = wish.key();
        if (key == null || key.isBlank() || key.length() > LONGEST_KEY) {
            throw new Wrong(BAD_REQUEST, "key must be 1 to 1000 hexadecimal digits or Base64");
        }
        if (serial.length() > LONGEST_SERIAL) {
            throw new Wrong(BAD_REQUEST, "serial must have at most 100 characters");
        }
        keys.put(
                serial,
                new MeterKey(
                        key.strip(),
                        wish.from() == null ? Instant.EPOCH : wish.from(),
                        Optional.ofNullable(wish.until())));
        judge.again();
        return keys.of(serial).stream()
                .map(kept -> KeyView.of(new KeyBook.Registered(serial, kept)))
                .toList();
    }

    /**
     * A key as the operator registers it.
     *
     * @param key hexadecimal or Base64: a SubjectPublicKeyInfo, or a point of the curve
     * @param from readings from then on; left out: all before {@code until}
     * @param until readings before then; left out: still in use
     */
    record KeyWish(@Nullable String key, @Nullable Instant from, @Nullable Instant until) {}

    /** A key as the API shows it. */
    record KeyView(String serial, String key, String from, String until) {
        static KeyView of(KeyBook.Registered registered) {
            MeterKey key = registered.key();
            return new KeyView(
                    registered.serial(),
                    key.text(),
                    key.from().toString(),
                    key.until().map(String::valueOf).orElse(""));
        }
    }

    /**
     * A document as the API shows it.
     *
     * @param signed as it came, byte for byte
     * @param billable whether its energy may be billed
     */
    record EvidenceView(
            int evse,
            String transaction,
            String at,
            String signed,
            Finding finding,
            String why,
            boolean billable) {
        static EvidenceView of(EvidenceBook.Kept kept) {
            EvidenceBook.Evidence evidence = kept.evidence();
            return new EvidenceView(
                    evidence.key().evse(),
                    evidence.transaction().orElse(""),
                    evidence.at().toString(),
                    evidence.text(),
                    evidence.verdict().finding(),
                    evidence.verdict().why(),
                    evidence.verdict().finding().isBillable());
        }
    }
}
