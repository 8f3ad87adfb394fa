package network.opencharging.bridge.deliver;

import network.opencharging.bridge.backoffice.Backoffice;
import network.opencharging.bridge.backoffice.CdrSink;
import network.opencharging.bridge.backoffice.Context;
import network.opencharging.bridge.backoffice.News;
import network.opencharging.bridge.backoffice.ObjectKey;
import network.opencharging.bridge.backoffice.Receiver;
import network.opencharging.bridge.backoffice.TokensReceiver;
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
import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.route.ModuleId;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Pulls from one partner everything that the backoffice keeps of partners. What a pull brings is
 * held to the same as what is pushed: of whom it is, and whether it is news.
 */
public final class Pulls {
    private static final Logger LOG = LoggerFactory.getLogger(Pulls.class);

    private final CatchUp catchUp;
    private final Backoffice.Partners partners;
    private final Set<PartyId> hubs;
    private final Clock clock;
    private final Duration patience;
    private final ComplaintBook complaints;

    /**
     * Pulls for these parts of a backoffice.
     *
     * @param hubs the parties whose lists may hold what others own
     * @param patience how long the backoffice may take for one object
     * @param complaints where objects are shown that could not be taken
     */
    public Pulls(
            CatchUp catchUp,
            Backoffice.Partners partners,
            Set<PartyId> hubs,
            Clock clock,
            Duration patience,
            ComplaintBook complaints) {
        this.catchUp = catchUp;
        this.partners = partners;
        this.hubs = Set.copyOf(hubs);
        this.clock = clock;
        this.patience = patience;
        this.complaints = complaints;
    }

    /**
     * Pulls each list once; one that fails does not keep the others back.
     *
     * @return how many objects were looked at and could be read
     */
    public int from(HubCalls calls, Exchange exchange) {
        Way way = new Way(calls, exchange);
        return Stream.of(
                        partners.locations()
                                .map(part ->
                                        way.pull(
                                                ModuleId.LOCATIONS,
                                                Location.SHAPE,
                                                keeping(part, way))),
                        partners.tariffs()
                                .map(part ->
                                        way.pull(
                                                ModuleId.TARIFFS,
                                                Tariff.SHAPE,
                                                keeping(part, way))),
                        partners.tokens()
                                .map(part ->
                                        way.pull(ModuleId.TOKENS, Token.SHAPE, tokens(part, way))),
                        partners.sessions()
                                .map(part ->
                                        way.pull(
                                                ModuleId.SESSIONS,
                                                Session.SHAPE,
                                                keeping(part, way))),
                        partners.cdrs()
                                .map(sink -> way.pull(ModuleId.CDRS, CDR.SHAPE, cdrs(sink, way))))
                .mapToInt(pulled -> pulled.orElse(0))
                .sum();
    }

    /** Takes an object of that owner; what speaks against it, in a sentence. */
    private interface Keeping<T> {
        Optional<String> objection(ObjectKey key, T object);
    }

    private static <T extends OcpiObject> Keeping<T> keeping(Receiver<T> part, Way way) {
        return (key, object) -> {
            if (News.is(part.find(way.context(), key), object)) {
                settled(part.keep(way.context(), key, object));
            }
            return Optional.empty();
        };
    }

    private static Keeping<Token> tokens(TokensReceiver part, Way way) {
        return (key, token) -> {
            if (News.is(part.find(way.context(), key, token.type()), token)) {
                settled(part.keep(way.context(), key, token));
            }
            return Optional.empty();
        };
    }

    /** OCPI 2.2.1 §10: a CDR never changes. */
    private static Keeping<CDR> cdrs(CdrSink sink, Way way) {
        return (key, cdr) -> {
            Optional<CDR> known = sink.find(way.context(), key);
            if (known.isEmpty()) {
                settled(sink.take(way.context(), cdr));
            }
            return known.filter(kept -> !kept.equals(cdr))
                    .map(_ -> "There is a CDR with this id already, and it is another one.");
        };
    }

    /**
     * What the backoffice does not want it may refuse: nobody has sent it, nobody is to be told.
     */
    private static void settled(Verdict verdict) {
        LOG.debug("pulled: {}", verdict);
    }

    private final class Way {
        private final HubCalls calls;
        private final Exchange exchange;

        private Way(HubCalls calls, Exchange exchange) {
            this.calls = calls;
            this.exchange = exchange;
        }

        /** Each object has its own deadline. */
        private Context context() {
            return new Context(
                    exchange.to(),
                    exchange.from(),
                    exchange.correlationId(),
                    clock.instant().plus(patience));
        }

        private <T extends OcpiObject> int pull(
                ModuleId module, Shape<T> shape, Keeping<T> keeping) {
            try {
                Answered<Pulled> answered =
                        catchUp.pull(
                                calls,
                                exchange,
                                module,
                                shape,
                                object -> take(module, object, keeping));
                if (answered instanceof Answered.Success<Pulled>(Pulled pulled, var _)) {
                    pulled.unreadable().forEach(one -> unreadable(module, one));
                    return pulled.handedOn();
                }
                LOG.warn("{} of {} could not be pulled: {}", module, exchange.to(), answered);
            } catch (Broken e) {
                LOG.error(
                        "the backoffice failed over {} of {}; the next pull begins where this one"
                                + " did",
                        module,
                        exchange.to(),
                        e);
            }
            return 0;
        }

        private <T extends OcpiObject> void take(ModuleId module, T object, Keeping<T> keeping) {
            Json.Obj json = object.json();
            String id = json.textOf("id").or(() -> json.textOf("uid")).orElse("");
            Optional<PartyId> owner =
                    PartyId.of(
                            json.textOf("country_code").orElse(""),
                            json.textOf("party_id").orElse(""));
            if (owner.filter(this::mayBeListed).isEmpty()) {
                complain(
                        Complaint.Kind.PARTNER_REFUSED,
                        about(module, id),
                        json,
                        List.of("%s may not list what others own.".formatted(exchange.to())));
                return;
            }
            try {
                keeping.objection(new ObjectKey(owner.get(), CiString.of(id)), object)
                        .ifPresent(why ->
                                complain(
                                        Complaint.Kind.PARTNER_REFUSED,
                                        about(module, id),
                                        json,
                                        List.of(why)));
            } catch (RuntimeException e) {
                complain(
                        Complaint.Kind.BACKOFFICE_FAILED,
                        about(module, id),
                        json,
                        List.of(e.toString()));
                throw new Broken(e);
            }
        }

        private boolean mayBeListed(PartyId owner) {
            return owner.equals(exchange.to()) || hubs.contains(exchange.to());
        }

        /** What nobody can read reaches no backoffice; it must not vanish for all that. */
        private void unreadable(ModuleId module, Pulled.Unreadable one) {
            complain(
                    Complaint.Kind.PARTNER_REFUSED,
                    about(module, one.id()),
                    one.item(),
                    one.findings().stream().map(Finding::toString).toList());
        }

        private Complaint.About about(ModuleId module, String id) {
            return new Complaint.About(exchange.to(), exchange.from(), module.value(), id);
        }

        private void complain(
                Complaint.Kind kind, Complaint.About about, Json body, List<String> faults) {
            complaints.note(new Complaint(kind, about, body.text(), faults), clock.instant());
        }
    }

    /** The backoffice threw over one object: the pull ends there, and comes back to it. */
    private static final class Broken extends RuntimeException {
        private static final long serialVersionUID = 1;

        private Broken(RuntimeException cause) {
            super(cause);
        }
    }
}
