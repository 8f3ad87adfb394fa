package network.opencharging.cpo.roaming;

import network.opencharging.bridge.backoffice.Context;
import network.opencharging.bridge.backoffice.News;
import network.opencharging.bridge.backoffice.ObjectKey;
import network.opencharging.bridge.backoffice.TokensReceiver;
import network.opencharging.bridge.backoffice.Verdict;
import network.opencharging.bridge.call.Answered;
import network.opencharging.bridge.call.Exchange;
import network.opencharging.bridge.call.HubCalls;
import network.opencharging.bridge.model.CiString;
import network.opencharging.bridge.model.v221.AllowedType;
import network.opencharging.bridge.model.v221.AuthorizationInfo;
import network.opencharging.bridge.model.v221.LocationReferences;
import network.opencharging.bridge.model.v221.Token;
import network.opencharging.bridge.model.v221.TokenType;
import network.opencharging.bridge.model.v221.WhitelistType;
import network.opencharging.cpo.account.AuthMethod;
import network.opencharging.cpo.account.RoamingTokens;
import network.opencharging.cpo.unit.EvseRef;
import network.opencharging.protocol.party.PartyId;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * Tokens of partners: what they told of them is kept, and where that does not suffice the eMSP is
 * asked (OCPI 2.2.1 §12.2.2.2, §12.4.5).
 */
final class PartnersTokens implements TokensReceiver, RoamingTokens {
    private final TokenShelf shelf;
    private final Way way;
    private final PartyId operator;
    private final Executor threads;
    private final Supplier<String> ids;

    /**
     * @param threads on which eMSPs are asked side by side
     * @param ids fresh ones for exchanges
     */
    PartnersTokens(
            TokenShelf shelf, Way way, PartyId operator, Executor threads, Supplier<String> ids) {
        this.shelf = shelf;
        this.way = way;
        this.operator = operator;
        this.threads = threads;
        this.ids = ids;
    }

    @Override
    public Optional<Token> find(Context context, ObjectKey key, TokenType type) {
        return shelf.find(key.owner(), key.id().text(), type);
    }

    @Override
    public Verdict keep(Context context, ObjectKey key, Token token) {
        if (News.is(shelf.find(key.owner(), key.id().text(), token.type()), token)) {
            shelf.put(token);
        }
        return Verdict.kept();
    }

    @Override
    public Permission ask(String uid, Optional<EvseRef> where) {
        List<Token> known = shelf.find(uid);
        if (known.isEmpty()) {
            return askAll(uid, where);
        }
        // Two eMSPs may have given out the same number: who lets it charge counts.
        Permission last = new Permission.Unknown();
        for (Token token : known) {
            last = judge(token, where);
            if (last instanceof Permission.Allowed) {
                return last;
            }
        }
        return last;
    }

    private Permission judge(Token token, Optional<EvseRef> where) {
        if (WhitelistType.ALWAYS.equals(token.whitelist())
                || WhitelistType.ALLOWED.equals(token.whitelist())) {
            return listed(token);
        }
        PartyId emsp = Drivers.of(token).emsp();
        Optional<Permission> told = ask(emsp, token.uid().text(), token.type(), where);
        if (told.isPresent()) {
            return told.get();
        }
        return WhitelistType.ALLOWED_OFFLINE.equals(token.whitelist())
                ? listed(token)
                : new Permission.Refused(
                        Optional.of(Drivers.of(token)), "its eMSP does not answer");
    }

    private static Permission listed(Token token) {
        return token.valid()
                ? new Permission.Allowed(Drivers.of(token), AuthMethod.WHITELIST, Optional.empty())
                : new Permission.Refused(
                        Optional.of(Drivers.of(token)), AllowedType.BLOCKED.value());
    }

    /** Nobody told of it: all who issue tokens are asked side by side. */
    private Permission askAll(String uid, Optional<EvseRef> where) {
        var answers =
                way.issuers().stream()
                        .filter(emsp -> !emsp.equals(operator))
                        .map(emsp ->
                                CompletableFuture.supplyAsync(
                                        () -> ask(emsp, uid, TokenType.RFID, where), threads))
                        .toList();
        Permission best = new Permission.Unknown();
        for (var answer : answers) {
            Permission said = answer.join().orElseGet(Permission.Unknown::new);
            if (said instanceof Permission.Allowed) {
                return said;
            }
            best = said instanceof Permission.Refused ? said : best;
        }
        return best;
    }

    /** What an eMSP says; empty when it does not answer. */
    private Optional<Permission> ask(
            PartyId emsp, String uid, TokenType type, Optional<EvseRef> where) {
        Optional<HubCalls> calls = way.calls();
        if (calls.isEmpty()) {
            return Optional.empty();
        }
        Exchange exchange = new Exchange(operator, emsp, ids.get());
        Answered<AuthorizationInfo> answered =
                calls.get().authorize(exchange, uid, type, where.map(PartnersTokens::place));
        return switch (answered) {
            case Answered.Success<AuthorizationInfo>(AuthorizationInfo info, var _) ->
                    Optional.of(permission(emsp, info));
            case Answered.Refused<AuthorizationInfo> refused when isNo(refused) ->
                    Optional.of(new Permission.Unknown());
            default -> Optional.empty();
        };
    }

    /** A 2xxx: it has no such token, or none that may charge there. */
    private static boolean isNo(Answered.Refused<AuthorizationInfo> refused) {
        return refused.status().code() / 1_000 == 2;
    }

    private static LocationReferences place(EvseRef where) {
        return LocationReferences.builder()
                .locationId(CiString.of(where.location()))
                .evseUids(List.of(CiString.of(where.uid())))
                .build();
    }

    private static Permission permission(PartyId emsp, AuthorizationInfo info) {
        var driver = Drivers.of(info.token());
        if (!driver.emsp().equals(emsp)) {
            return new Permission.Refused(Optional.empty(), "it is another party's token");
        }
        return AllowedType.ALLOWED.equals(info.allowed())
                ? new Permission.Allowed(
                        driver, AuthMethod.AUTH_REQUEST, Places.text(info.authorizationReference()))
                : new Permission.Refused(Optional.of(driver), info.allowed().value());
    }
}
