package network.opencharging.bridge.http;

import network.opencharging.bridge.backoffice.Backoffice;
import network.opencharging.bridge.backoffice.CdrSink;
import network.opencharging.bridge.backoffice.Context;
import network.opencharging.bridge.backoffice.LocationsProvider;
import network.opencharging.bridge.backoffice.ObjectKey;
import network.opencharging.bridge.backoffice.Page;
import network.opencharging.bridge.backoffice.PageRequest;
import network.opencharging.bridge.backoffice.Receiver;
import network.opencharging.bridge.backoffice.TariffsReceiver;
import network.opencharging.bridge.backoffice.TokenAuthorizer;
import network.opencharging.bridge.backoffice.TokensReceiver;
import network.opencharging.bridge.backoffice.Verdict;
import network.opencharging.bridge.model.CiString;
import network.opencharging.bridge.model.v221.CDR;
import network.opencharging.bridge.model.v221.Location;
import network.opencharging.bridge.model.v221.Session;
import network.opencharging.bridge.model.v221.Tariff;
import network.opencharging.bridge.model.v221.Token;
import network.opencharging.bridge.model.v221.TokenType;
import network.opencharging.protocol.party.PartyId;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A backoffice that keeps everything in maps. */
final class MemoryBackoffice {
    final List<Location> own = new CopyOnWriteArrayList<>();
    final Map<ObjectKey, Location> locations = new ConcurrentHashMap<>();
    final Map<ObjectKey, Session> sessions = new ConcurrentHashMap<>();
    final Map<ObjectKey, Tariff> tariffs = new ConcurrentHashMap<>();
    final Map<String, Token> tokens = new ConcurrentHashMap<>();
    final List<CDR> cdrs = new CopyOnWriteArrayList<>();
    final Map<String, TokenAuthorizer.Authorization> authorizations = new LinkedHashMap<>();

    Backoffice.Builder parts() {
        return Backoffice.builder()
                .locations(ownLocations())
                .keepLocations(kept(locations))
                .keepSessions(kept(sessions))
                .keepTariffs(keptTariffs())
                .keepTokens(keptTokens())
                .takeCdrs(takenCdrs())
                .authorizer((_, uid, type, place) -> decided(uid, type, place.isPresent()));
    }

    private TokenAuthorizer.Authorization decided(CiString uid, TokenType type, boolean placed) {
        return Optional.ofNullable(authorizations.get(uid + "/" + type + "/" + placed))
                .orElseThrow();
    }

    private LocationsProvider ownLocations() {
        return new LocationsProvider() {
            @Override
            public Page<Location> page(Context context, PageRequest wanted) {
                return Page.of(own, Location::lastUpdated, wanted);
            }

            @Override
            public Optional<Location> location(Context context, CiString id) {
                return own.stream().filter(location -> location.id().equals(id)).findFirst();
            }
        };
    }

    private static <T> Receiver<T> kept(Map<ObjectKey, T> map) {
        return new Receiver<>() {
            @Override
            public Optional<T> find(Context context, ObjectKey key) {
                return Optional.ofNullable(map.get(key));
            }

            @Override
            public Verdict keep(Context context, ObjectKey key, T object) {
                map.put(key, object);
                return Verdict.kept();
            }
        };
    }

    private TariffsReceiver keptTariffs() {
        Receiver<Tariff> kept = kept(tariffs);
        return new TariffsReceiver() {
            @Override
            public Optional<Tariff> find(Context context, ObjectKey key) {
                return kept.find(context, key);
            }

            @Override
            public Verdict keep(Context context, ObjectKey key, Tariff tariff) {
                return kept.keep(context, key, tariff);
            }

            @Override
            public Verdict remove(Context context, ObjectKey key) {
                tariffs.remove(key);
                return Verdict.kept();
            }
        };
    }

    private TokensReceiver keptTokens() {
        return new TokensReceiver() {
            @Override
            public Optional<Token> find(Context context, ObjectKey key, TokenType type) {
                return Optional.ofNullable(tokens.get(key + "/" + type));
            }

            @Override
            public Verdict keep(Context context, ObjectKey key, Token token) {
                tokens.put(key + "/" + token.type(), token);
                return Verdict.kept();
            }
        };
    }

    private CdrSink takenCdrs() {
        return new CdrSink() {
            @Override
            public Optional<CDR> find(Context context, ObjectKey key) {
                return cdrs.stream()
                        .filter(cdr ->
                                new PartyId(cdr.countryCode().text(), cdr.partyId().text())
                                                .equals(key.owner())
                                        && cdr.id().equals(key.id()))
                        .findFirst();
            }

            @Override
            public Verdict take(Context context, CDR cdr) {
                cdrs.add(cdr);
                return Verdict.kept();
            }
        };
    }
}
