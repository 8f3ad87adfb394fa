package network.opencharging.cpo.site;

import network.opencharging.bridge.tariff.Fault;
import network.opencharging.bridge.tariff.Tariff;
import network.opencharging.bridge.tariff.TariffReader;
import network.opencharging.bridge.tariff.TariffVerdict;

import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A tariff that can be billed by, with the text that it was read from.
 *
 * @param text the Tariff object of OCPI 2.2.1
 * @param tariff what it says
 */
public record TariffSheet(String text, Tariff tariff) {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    /**
     * Reads it.
     *
     * @throws Refused with every rule that it breaks
     */
    public static TariffSheet read(String text) {
        Map<String, Object> fields;
        try {
            fields = JSON.readValue(text, new TypeReference<Map<String, Object>>() {});
        } catch (JacksonException e) {
            throw new Refused(List.of(new Fault("$", "is not a JSON object")));
        }
        if (fields == null) {
            throw new Refused(List.of(new Fault("$", "is not a JSON object")));
        }
        return switch (TariffReader.read(fields)) {
            case TariffVerdict.Accepted(Tariff tariff) -> new TariffSheet(text, tariff);
            case TariffVerdict.Refused(List<Fault> faults) -> throw new Refused(faults);
        };
    }

    /** A tariff that nobody could bill by. */
    public static final class Refused extends IllegalArgumentException {
        @java.io.Serial private static final long serialVersionUID = 1L;

        Refused(List<Fault> faults) {
            super(faults.stream().map(Fault::toString).collect(Collectors.joining("; ")));
        }
    }
}
