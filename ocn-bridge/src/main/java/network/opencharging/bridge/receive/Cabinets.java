package network.opencharging.bridge.receive;

import network.opencharging.bridge.backoffice.ObjectKey;
import network.opencharging.bridge.backoffice.Receiver;
import network.opencharging.bridge.backoffice.TariffsReceiver;
import network.opencharging.bridge.backoffice.TokensReceiver;
import network.opencharging.bridge.backoffice.Verdict;
import network.opencharging.bridge.model.CiString;
import network.opencharging.bridge.model.OcpiObject;
import network.opencharging.bridge.model.v221.Connector;
import network.opencharging.bridge.model.v221.EVSE;
import network.opencharging.bridge.model.v221.Location;
import network.opencharging.bridge.model.v221.Session;
import network.opencharging.bridge.model.v221.Tariff;
import network.opencharging.bridge.model.v221.Token;
import network.opencharging.bridge.model.v221.TokenType;
import network.opencharging.protocol.party.PartyId;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** The parts of the backoffice that keep objects of partners, each as one cabinet. */
final class Cabinets {
    private static final Outcome OTHER_IDS =
            new Outcome.Wrong("The ids in the body must be those of the path.");

    private Cabinets() {}

    static ObjectDesk.Cabinet sessions(Receiver<Session> receiver) {
        return (asked, key) ->
                new Filed<>(
                        Session.SHAPE,
                        () -> receiver.find(asked.context(), key),
                        session ->
                                kept(
                                        is(
                                                key,
                                                session.countryCode(),
                                                session.partyId(),
                                                session.id()),
                                        () -> receiver.keep(asked.context(), key, session)));
    }

    static ObjectDesk.Cabinet tokens(TokensReceiver receiver) {
        return (asked, key) -> {
            TokenType type = asked.tokenType();
            return new Filed<>(
                    Token.SHAPE,
                    () -> receiver.find(asked.context(), key, type),
                    token ->
                            kept(
                                    is(key, token.countryCode(), token.partyId(), token.uid())
                                            && token.type().equals(type),
                                    () -> receiver.keep(asked.context(), key, token)));
        };
    }

    static ObjectDesk.Cabinet tariffs(TariffsReceiver receiver) {
        return new ObjectDesk.Cabinet() {
            @Override
            public Filed<Tariff> open(Asked asked, ObjectKey key) {
                return new Filed<>(
                        Tariff.SHAPE,
                        () -> receiver.find(asked.context(), key),
                        tariff ->
                                kept(
                                        is(
                                                key,
                                                tariff.countryCode(),
                                                tariff.partyId(),
                                                tariff.id()),
                                        () -> receiver.keep(asked.context(), key, tariff)));
            }

            @Override
            public Outcome remove(Asked asked, ObjectKey key) {
                return Filed.of(receiver.remove(asked.context(), key));
            }
        };
    }

    /** A Location, or one EVSE or Connector in it: the backoffice keeps the whole Location. */
    static ObjectDesk.Cabinet locations(Receiver<Location> receiver) {
        return (asked, key) -> {
            Filed<Location> location = location(receiver, asked, key);
            if (asked.id("evse_uid").isEmpty()) {
                return location;
            }
            Filed<EVSE> evse = evse(location, asked.id("evse_uid").get());
            return asked.id("connector_id").isEmpty()
                    ? evse
                    : connector(evse, asked.id("connector_id").get());
        };
    }

    private static Filed<Location> location(
            Receiver<Location> receiver, Asked asked, ObjectKey key) {
        return new Filed<>(
                Location.SHAPE,
                () -> receiver.find(asked.context(), key),
                location ->
                        kept(
                                is(key, location.countryCode(), location.partyId(), location.id()),
                                () -> receiver.keep(asked.context(), key, location)));
    }

    /** OCPI 2.2.1 §8.3.1: a change of an EVSE is a change of its Location. */
    private static Filed<EVSE> evse(Filed<Location> inside, CiString uid) {
        Predicate<EVSE> same = evse -> evse.uid().equals(uid);
        return new Filed<>(
                EVSE.SHAPE,
                () -> inside.find().get().flatMap(in -> first(in.evses(), same)),
                evse ->
                        same.test(evse)
                                ? changed(
                                        inside,
                                        in ->
                                                in.toBuilder()
                                                        .evses(replaced(in.evses(), same, evse))
                                                        .lastUpdated(
                                                                later(
                                                                        in.lastUpdated(),
                                                                        evse.lastUpdated()))
                                                        .build())
                                : OTHER_IDS);
    }

    private static Filed<Connector> connector(Filed<EVSE> inside, CiString id) {
        Predicate<Connector> same = connector -> connector.id().equals(id);
        return new Filed<>(
                Connector.SHAPE,
                () -> inside.find().get().flatMap(in -> first(in.connectors(), same)),
                plug ->
                        same.test(plug)
                                ? changed(
                                        inside,
                                        in ->
                                                in.toBuilder()
                                                        .connectors(
                                                                replaced(
                                                                        in.connectors(),
                                                                        same,
                                                                        plug))
                                                        .lastUpdated(
                                                                later(
                                                                        in.lastUpdated(),
                                                                        plug.lastUpdated()))
                                                        .build())
                                : OTHER_IDS);
    }

    private static <T extends OcpiObject> Outcome changed(Filed<T> filed, UnaryOperator<T> change) {
        return filed.find()
                .get()
                .map(found -> filed.keep().it(change.apply(found)))
                .orElseGet(() -> new Outcome.Missing(filed.shape().name()));
    }

    private static <T> Optional<T> first(List<T> all, Predicate<T> wanted) {
        return all.stream().filter(wanted).findFirst();
    }

    private static <T> List<T> replaced(List<T> all, Predicate<T> old, T fresh) {
        List<T> changed = new ArrayList<>(all);
        int at = first(all, old).map(all::indexOf).orElse(all.size());
        if (at < all.size()) {
            changed.set(at, fresh);
        } else {
            changed.add(fresh);
        }
        return changed;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static boolean is(ObjectKey key, CiString country, CiString party, CiString id) {
        return PartyId.of(country.text(), party.text()).equals(Optional.of(key.owner()))
                && id.equals(key.id());
    }

    private static Outcome kept(boolean sameIds, Supplier<Verdict> keep) {
        return sameIds ? Filed.of(keep.get()) : OTHER_IDS;
    }
}
