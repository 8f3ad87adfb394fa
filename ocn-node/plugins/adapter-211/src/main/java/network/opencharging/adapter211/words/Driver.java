package network.opencharging.adapter211.words;

import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.party.PartyId;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who charges: 2.1.1 has the contract's id ({@code auth_id}), 2.2.1 the token it was done with.
 * Contract ids begin with the country and the provider (ISO 15118).
 */
public final class Driver {
    private static final Pattern CONTRACT =
            Pattern.compile("([A-Za-z]{2})[-*]?([A-Za-z0-9]{3})[-*]?[A-Za-z0-9-*]+");

    private Driver() {}

    /** The provider of a contract; empty when its id does not say it. */
    public static Optional<PartyId> provider(String contract) {
        Matcher parts = CONTRACT.matcher(contract);
        return parts.matches() ? PartyId.of(parts.group(1), parts.group(2)) : Optional.empty();
    }

    /** The token of 2.2.1: its uid cannot be known. */
    static Json.Obj token(String contract, PartyId provider) {
        return Owned.by(
                provider,
                Json.Obj.EMPTY
                        .with("uid", Owned.NOT_AVAILABLE)
                        .with("type", "OTHER")
                        .with("contract_id", contract));
    }

    static Json.Obj up(Json.Obj old, Json.Obj fresh, Optional<PartyId> known) {
        Optional<String> contract = old.textOf("auth_id");
        return fresh.withOptional(
                "cdr_token",
                contract.flatMap(
                        id -> provider(id).or(() -> known).map(provider -> token(id, provider))));
    }

    static Json.Obj down(Json.Obj fresh, Json.Obj old) {
        return old.withOptional(
                "auth_id",
                fresh.objectOf("cdr_token")
                        .flatMap(token -> token.textOf("contract_id"))
                        .map(Json::text));
    }
}
