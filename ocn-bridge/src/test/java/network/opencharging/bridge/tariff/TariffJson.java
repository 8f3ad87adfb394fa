package network.opencharging.bridge.tariff;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.bridge.tariff.TariffVerdict.Refused;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

import java.util.List;
import java.util.Map;

/** Tariffs written as JSON with single quotes, and what the entrance says to them. */
final class TariffJson {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
    static final String ENERGY = "{'type':'ENERGY','price':0.25,'vat':20,'step_size':1}";

    private TariffJson() {}

    static String element(String restrictions) {
        return "{'price_components':[%s],'restrictions':{%s}}".formatted(ENERGY, restrictions);
    }

    static String elements(String elements) {
        return tariff(elements, "");
    }

    static String tariff(String elements, String more) {
        return "{'country_code':'AT','party_id':'WRN','id':'X','currency':'EUR',%s'elements':[%s],'last_updated':'2026-05-01T10:00:00Z'}"
                .formatted(more, elements);
    }

    static TariffVerdict read(String singleQuoted) {
        return TariffReader.read(
                JSON.readValue(
                        singleQuoted.replace('\'', '"'),
                        new TypeReference<Map<String, Object>>() {}));
    }

    static List<String> paths(TariffVerdict verdict) {
        return ((Refused) verdict).faults().stream().map(Fault::path).toList();
    }

    static void assertRefused(String json, String path, String rule) {
        TariffVerdict verdict = read(json);
        assertThat(verdict).isInstanceOf(Refused.class);
        assertThat(((Refused) verdict).faults())
                .as("%s", verdict)
                .anySatisfy(fault -> {
                    assertThat(fault.path()).isEqualTo(path);
                    assertThat(fault.rule()).contains(rule);
                });
    }
}
