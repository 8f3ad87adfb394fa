package network.opencharging.cpo.admin;

import network.opencharging.bridge.unit.Money;
import network.opencharging.cpo.session.ChargeSession;
import network.opencharging.cpo.session.Funding;
import network.opencharging.cpo.session.Opening;
import network.opencharging.cpo.session.Phase;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A session as the API shows it; energy in Wh.
 *
 * @param why why it ended or failed; empty while it goes on
 * @param cost with VAT where VAT is known
 */
record SessionView(
        String id,
        String phase,
        String origin,
        String emsp,
        String token,
        String location,
        String evse,
        String connector,
        String tariff,
        String askedAt,
        Optional<String> beganAt,
        Optional<String> endedAt,
        long energy,
        Optional<BigDecimal> cost,
        String currency,
        Optional<String> why,
        Optional<String> cdr,
        List<String> remarks) {

    static SessionView of(ChargeSession session) {
        Opening opening = session.opening();
        Optional<Money> cost = session.funding().cost();
        return new SessionView(
                session.id().value(),
                session.phase().word(),
                opening.origin().name(),
                opening.driver().emsp().toString(),
                opening.driver().uid(),
                opening.place().location().id(),
                opening.place().evse().uid(),
                opening.place().connector().id(),
                opening.tariff().tariff().key().id(),
                session.times().asked().toString(),
                session.times().began().map(Object::toString),
                session.times().ended().map(Object::toString),
                session.energy().value(),
                cost.map(money -> money.inclVat().orElse(money.exclVat())),
                opening.tariff().tariff().prices().currency().getCurrencyCode(),
                why(session),
                cdr(session),
                session.remarks());
    }

    private static Optional<String> why(ChargeSession session) {
        return switch (session.phase()) {
            case Phase.Failed(String why) -> Optional.of(why);
            case Phase.Stopping stopping -> Optional.of(stopping.why().name());
            case Phase.Ended(var why) -> Optional.of(why.name());
            case Phase.Closed(var why, _) ->
                    Optional.of(
                            session.funding() instanceof Funding.Waived(String waived)
                                    ? why.name() + ", not billed: " + waived
                                    : why.name());
            case Phase.Reserved _,
                    Phase.Ordered _,
                    Phase.Promised _,
                    Phase.Delivering _,
                    Phase.Suspended _ ->
                    Optional.empty();
        };
    }

    private static Optional<String> cdr(ChargeSession session) {
        return session.phase() instanceof Phase.Closed(_, Optional<String> cdr)
                ? cdr
                : Optional.empty();
    }
}
