package network.opencharging.cpo.admin;

import network.opencharging.bridge.unit.Money;
import network.opencharging.cpo.cdr.Cdr;
import network.opencharging.cpo.cdr.CdrBook;
import network.opencharging.cpo.cdr.KeptCdr;
import network.opencharging.cpo.effect.Effect;
import network.opencharging.cpo.people.Sight;
import network.opencharging.cpo.unit.SessionId;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** CDRs: what was billed, and how it is taken back. */
@RestController
public class CdrsDesk {
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private final CdrBook book;
    private final Clock clock;

    public CdrsDesk(CdrBook book, Clock clock) {
        this.book = book;
        this.clock = clock;
    }

    /** The newest ones. */
    @GetMapping("/admin/cdrs")
    List<CdrView> latest(
            @RequestParam Optional<String> emsp,
            @RequestParam(defaultValue = "100") int limit,
            Sight sight) {
        return book
                .list(
                        new CdrBook.Wish(
                                emsp,
                                Optional.empty(),
                                Optional.empty(),
                                sight.locations(),
                                0,
                                Limit.of(limit)))
                .stream()
                .map(CdrView::of)
                .toList();
    }

    /** One. */
    @GetMapping("/admin/cdrs/{cdr}")
    CdrView find(@PathVariable String cdr) {
        return CdrView.of(kept(cdr));
    }

    private KeptCdr kept(String id) {
        return book.find(id).orElseThrow(() -> new Wrong(NOT_FOUND, "there is no such CDR"));
    }

    /** Takes one back by a credit CDR, once. */
    @PostMapping("/admin/cdrs/{cdr}/credit")
    CdrView credit(@PathVariable String cdr) {
        KeptCdr kept = kept(cdr);
        if (kept.cdr().isCredit()) {
            throw new Wrong(CONFLICT, "a credit CDR is not credited");
        }
        Cdr credit = kept.cdr().credited(clock.instant().truncatedTo(ChronoUnit.MILLIS));
        SessionId session = new SessionId(kept.cdr().session().sessionId().orElse(cdr));
        boolean fresh =
                book.add(
                        new KeptCdr(credit, kept.tariff()),
                        List.of(new Effect.TellCdr(session, credit.key().id())));
        if (!fresh) {
            throw new Wrong(CONFLICT, "it is credited already");
        }
        return CdrView.of(kept(credit.key().id()));
    }

    /** A CDR as the API shows it; energy in Wh, hours as OCPI writes them. */
    record CdrView(
            String id,
            Optional<String> session,
            Optional<String> creditOf,
            String emsp,
            String token,
            String start,
            String end,
            long energy,
            BigDecimal hours,
            BigDecimal parkingHours,
            String currency,
            BigDecimal totalExclVat,
            Optional<BigDecimal> totalInclVat,
            boolean signed,
            String writtenAt) {
        static CdrView of(KeptCdr kept) {
            Cdr cdr = kept.cdr();
            Money total = cdr.bill().total();
            return new CdrView(
                    cdr.key().id(),
                    cdr.session().sessionId(),
                    cdr.creditOf(),
                    cdr.session().token().emsp().toString(),
                    cdr.session().token().uid(),
                    cdr.bill().volumes().start().toString(),
                    cdr.bill().volumes().end().toString(),
                    cdr.bill().volumes().energy().value(),
                    cdr.bill().volumes().hours(),
                    cdr.bill().volumes().parkingHours(),
                    total.currency().getCurrencyCode(),
                    total.exclVat(),
                    total.inclVat(),
                    cdr.signedData().isPresent(),
                    cdr.written().toString());
        }
    }
}
