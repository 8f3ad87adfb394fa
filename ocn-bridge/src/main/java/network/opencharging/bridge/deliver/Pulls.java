package network.opencharging.bridge.deliver;

import network.opencharging.bridge.backoffice.Backoffice;
import network.opencharging.bridge.backoffice.Context;
import network.opencharging.bridge.backoffice.ObjectKey;
import network.opencharging.bridge.backoffice.Verdict;
import network.opencharging.bridge.call.Answered;
import network.opencharging.bridge.call.Exchange;
import network.opencharging.bridge.call.HubCalls;
import network.opencharging.bridge.call.Pulled;
import network.opencharging.bridge.complaint.Complaint;
import network.opencharging.bridge.complaint.ComplaintBook;
import network.opencharging.bridge.model.CiString;
import network.opencharging.bridge.model.Finding;
import network.opencharging.bridge.model.OcpiObject;
import network.opencharging.bridge.model.Shape;
import network.opencharging.bridge.model.v221.CDR;
import network.opencharging.bridge.model.v221.Location;
import network.opencharging.bridge.model.v221.Session;
import network.opencharging.bridge.model.v221.Tariff;
import network.opencharging.bridge.model.v221.Token;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.route.ModuleId;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.time.Duration;

/** Pulls from one partner everything that the backoffice keeps of partners. */
public final class Pulls {
    private static final Logger LOG = LoggerFactory.getLogger(Pulls.class);

    private final CatchUp catchUp;
    private final Backoffice.Partners partners;
    private final Clock clock;
    private final Duration patience;
    private final ComplaintBook complaints;

    /**
     * Pulls for these parts of a backoffice.
     *
     * @param patience how long the backoffice may take for one object
     * @param complaints where objects are shown that could not be read
     */
    public Pulls(
            CatchUp catchUp,
            Backoffice.Partners partners,
            Clock clock,
            Duration patience,
            ComplaintBook complaints) {
        this.catchUp = catchUp;
        this.partners = partners;
        this.clock = clock;
        this.patience = patience;
        this.complaints = complaints;
    }

    /**
     * Pulls each list once.
     *
     * @return how many objects were handed to the backoffice
     */
    public int from(HubCalls calls, Exchange exchange) {
        Context context =
                new Context(
                        exchange.to(),
                        exchange.from(),
                        exchange.correlationId(),
                        clock.instant().plus(patience));
        Way way = new Way(calls, exchange);
        int locations =
                partners.locations()
                        .map(part ->
                                way.pull(
                                        ModuleId.LOCATIONS,
                                        Location.SHAPE,
                                        one ->
                                                part.keep(
                                                        context,
                                                        key(
                                                                one.countryCode(),
                                                                one.partyId(),
                                                                one.id()),
                                                        one)))
                        .orElse(0);
        return locations + tariffsAndTokens(way, context) + sessionsAndCdrs(way, context);
    }

    private int tariffsAndTokens(Way way, Context context) {
        int tariffs =
                partners.tariffs()
                        .map(part ->
                                way.pull(
                                        ModuleId.TARIFFS,
                                        Tariff.SHAPE,
                                        one ->
                                                part.keep(
                                                        context,
                                                        key(
                                                                one.countryCode(),
                                                                one.partyId(),
                                                                one.id()),
                                                        one)))
                        .orElse(0);
        int tokens =
                partners.tokens()
                        .map(part ->
                                way.pull(
                                        ModuleId.TOKENS,
                                        Token.SHAPE,
                                        one ->
                                                part.keep(
                                                        context,
                                                        key(
                                                                one.countryCode(),
                                                                one.partyId(),
                                                                one.uid()),
                                                        one)))
                        .orElse(0);
        return tariffs + tokens;
    }

    private int sessionsAndCdrs(Way way, Context context) {
        int sessions =
                partners.sessions()
                        .map(part ->
                                way.pull(
                                        ModuleId.SESSIONS,
                                        Session.SHAPE,
                                        one ->
                                                part.keep(
                                                        context,
                                                        key(
                                                                one.countryCode(),
                                                                one.partyId(),
                                                                one.id()),
                                                        one)))
                        .orElse(0);
        int cdrs =
                partners.cdrs()
                        .map(sink ->
                                way.pull(ModuleId.CDRS, CDR.SHAPE, one -> sink.take(context, one)))
                        .orElse(0);
        return sessions + cdrs;
    }

    private static ObjectKey key(CiString country, CiString party, CiString id) {
        return new ObjectKey(new PartyId(country.text(), party.text()), id);
    }

    /** Keeps one object. */
    private interface Keep<T> {
        Verdict it(T object);
    }

    private final class Way {
        private final HubCalls calls;
        private final Exchange exchange;

        private Way(HubCalls calls, Exchange exchange) {
            this.calls = calls;
            this.exchange = exchange;
        }

        private <T extends OcpiObject> int pull(ModuleId module, Shape<T> shape, Keep<T> keep) {
            // What the backoffice does not want it may refuse: the next object is not its fault.
            Answered<Pulled> answered =
                    catchUp.pull(calls, exchange, module, shape, object -> keep.it(object));
            if (answered instanceof Answered.Success<Pulled>(Pulled pulled, var _)) {
                pulled.unreadable().forEach(one -> complain(module, one));
                return pulled.handedOn();
            }
            LOG.warn("{} of {} could not be pulled: {}", module, exchange.to(), answered);
            return 0;
        }

        /** What nobody can read reaches no backoffice; it must not vanish for all that. */
        private void complain(ModuleId module, Pulled.Unreadable one) {
            complaints.note(
                    new Complaint(
                            Complaint.Kind.PARTNER_REFUSED,
                            new Complaint.About(
                                    exchange.to(), exchange.from(), module.value(), one.id()),
                            "",
                            one.findings().stream().map(Finding::toString).toList()),
                    clock.instant());
        }
    }
}
