package network.opencharging.tools.check.rule;

import network.opencharging.bridge.model.Severity;
import network.opencharging.protocol.json.Json;

import java.util.Locale;
import java.util.Locale.IsoCountryCode;
import java.util.Set;
import java.util.function.Consumer;

/** Country codes are those of ISO 3166-1. */
final class CountryExists implements ObjectRule {
    private static final Set<String> TWO = Locale.getISOCountries(IsoCountryCode.PART1_ALPHA2);
    private static final Set<String> THREE = Locale.getISOCountries(IsoCountryCode.PART1_ALPHA3);

    @Override
    public String id() {
        return "GEO-2";
    }

    @Override
    public String source() {
        return "OCPI 2.2.1 §8.3.1, ISO 3166-1";
    }

    @Override
    public boolean concerns(String type) {
        return true;
    }

    @Override
    public void check(Json.Obj object, String path, Consumer<Fault> found) {
        object.textOf("country_code")
                .filter(code -> !TWO.contains(code) && !TWO.contains(code.toUpperCase(Locale.ROOT)))
                .ifPresent(_ ->
                        found.accept(
                                new Fault(
                                        path + ".country_code",
                                        id(),
                                        Severity.WARNING,
                                        "is no country's code of two letters (ISO 3166-1"
                                                + " alpha-2)")));
        object.textOf("country")
                .filter(code -> !THREE.contains(code))
                .ifPresent(_ ->
                        found.accept(
                                new Fault(
                                        path + ".country",
                                        id(),
                                        Severity.ERROR,
                                        "must be a country's code of three capital letters (ISO"
                                                + " 3166-1 alpha-3)")));
    }
}
