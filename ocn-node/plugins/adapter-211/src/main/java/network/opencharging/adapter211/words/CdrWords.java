package network.opencharging.adapter211.words;

import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.party.PartyId;

import java.util.Optional;
import java.util.function.Function;

/** CDR (§10.3.1 of both). Money and energy are numbers in their own text and are never computed. */
public final class CdrWords implements ObjectWords {
    private static final TariffWords TARIFFS = new TariffWords();

    private final Optional<PartyId> provider;

    /**
     * Words with what is known beside.
     *
     * @param provider for whom it is, where the contract's id does not say it
     */
    public CdrWords(Optional<PartyId> provider) {
        this.provider = provider;
    }

    @Override
    public Saying up(Json.Obj old, PartyId owner, boolean whole) {
        Json.Obj fresh = Driver.up(old, Tables.CDR.up(old), provider);
        if (fresh.member("cdr_token").isEmpty()) {
            return new Saying.Not(
                    "auth_id must be the id of a contract, which begins with country and provider");
        }
        Json.Obj placed =
                fresh.withOptional(
                        "cdr_location", old.objectOf("location").map(Places::cdrLocation));
        return new Saying.Of(
                tariffs(Owned.by(owner, placed), tariff -> TARIFFS.up(tariff, owner, true)));
    }

    /** A credit would turn into a charge: 2.1.1 has no word for it. */
    @Override
    public Saying down(Json.Obj fresh, boolean whole) {
        if (fresh.member("credit").filter(Json.bool(true)::equals).isPresent()) {
            return new Saying.Not("credit is true, which 2.1.1 cannot say");
        }
        Json.Obj old = Driver.down(fresh, Tables.CDR.down(fresh));
        Json.Obj placed =
                old.withOptional(
                        "location",
                        fresh.objectOf("cdr_location")
                                .map(place ->
                                        Places.location(place, fresh.member("last_updated"))));
        return new Saying.Of(tariffs(placed, tariff -> TARIFFS.down(tariff, true)));
    }

    private static Json.Obj tariffs(Json.Obj cdr, Function<Json.Obj, Saying> words) {
        return cdr.withOptional(
                "tariffs",
                cdr.member("tariffs")
                        .flatMap(
                                Turn.each(value ->
                                        value instanceof Json.Obj tariff
                                                        && words.apply(tariff)
                                                                instanceof Saying.Of(Json.Obj said)
                                                ? Optional.of(said)
                                                : Optional.empty())
                                        ::turn));
    }
}
