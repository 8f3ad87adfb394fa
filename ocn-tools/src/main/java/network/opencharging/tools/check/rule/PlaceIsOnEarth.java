package network.opencharging.tools.check.rule;

import network.opencharging.bridge.model.Severity;
import network.opencharging.protocol.json.Json;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Coordinates lie on the globe and are not the zero point of a forgotten value. */
final class PlaceIsOnEarth implements ObjectRule {
    private static final BigDecimal POLE = BigDecimal.valueOf(90);
    private static final BigDecimal DATE_LINE = BigDecimal.valueOf(180);
    private static final Pattern DEGREES = Pattern.compile("-?\\d{1,3}(\\.\\d{1,12})?");

    private static boolean isZero(Optional<BigDecimal> degrees) {
        return degrees.filter(value -> value.signum() == 0).isPresent();
    }

    private static Optional<BigDecimal> degrees(Json.Obj object, String field) {
        return object.textOf(field)
                .filter(text -> DEGREES.matcher(text).matches())
                .map(BigDecimal::new);
    }

    @Override
    public String id() {
        return "GEO-1";
    }

    @Override
    public String source() {
        return "OCPI 2.2.1 §8.4.13";
    }

    @Override
    public boolean concerns(String type) {
        return type.equals("GeoLocation") || type.equals("AdditionalGeoLocation");
    }

    @Override
    public void check(Json.Obj object, String path, Consumer<Fault> found) {
        Optional<BigDecimal> latitude = degrees(object, "latitude");
        Optional<BigDecimal> longitude = degrees(object, "longitude");
        latitude.filter(value -> value.abs().compareTo(POLE) > 0)
                .ifPresent(_ ->
                        found.accept(
                                new Fault(
                                        path + ".latitude",
                                        id(),
                                        Severity.ERROR,
                                        "must lie between -90 and 90; perhaps latitude and"
                                                + " longitude are exchanged")));
        longitude
                .filter(value -> value.abs().compareTo(DATE_LINE) > 0)
                .ifPresent(_ ->
                        found.accept(
                                new Fault(
                                        path + ".longitude",
                                        id(),
                                        Severity.ERROR,
                                        "must lie between -180 and 180")));
        if (isZero(latitude) && isZero(longitude)) {
            found.accept(
                    new Fault(
                            path,
                            id(),
                            Severity.WARNING,
                            "is 0, 0, which lies in the sea: perhaps nobody set it"));
        }
    }
}
