package network.opencharging.cpo.store;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.PropertyAccessor;

import network.opencharging.bridge.tariff.MeterPoint;
import network.opencharging.bridge.tariff.Tariff;
import network.opencharging.bridge.unit.WattHours;
import network.opencharging.cpo.effect.Effect;
import network.opencharging.cpo.session.Funding;
import network.opencharging.cpo.session.Phase;
import network.opencharging.cpo.site.TariffSheet;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

import java.util.Objects;

/** What is kept as JSON: records by their components, alternatives with their name. */
final class Shapes {
    /** The attribute under which a CDR's tariff is given to whoever reads it. */
    static final String TARIFF = "tariff";

    private Shapes() {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
    private interface Named {}

    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    private interface AsArray {}

    static JsonMapper mapper() {
        JsonMapper.Builder builder =
                JsonMapper.builder()
                        .changeDefaultVisibility(seen ->
                                seen.withVisibility(
                                        PropertyAccessor.IS_GETTER, JsonAutoDetect.Visibility.NONE))
                        .addMixIn(MeterPoint.class, AsArray.class)
                        .addMixIn(WattHours.class, AsArray.class)
                        .addModule(
                                new SimpleModule("tariffs")
                                        .addSerializer(TariffSheet.class, new SheetWriter())
                                        .addDeserializer(TariffSheet.class, new SheetReader())
                                        .addSerializer(Tariff.class, new TariffWriter())
                                        .addDeserializer(Tariff.class, new TariffReader()));
        for (Class<?> kind : new Class<?>[] {Phase.class, Funding.class, Effect.class}) {
            named(builder, kind);
        }
        return builder.build();
    }

    private static void named(JsonMapper.Builder builder, Class<?> kind) {
        builder.addMixIn(kind, Named.class);
        for (Class<?> one : kind.getPermittedSubclasses()) {
            if (one.isInterface()) {
                builder.registerSubtypes(one.getPermittedSubclasses());
            } else {
                builder.registerSubtypes(one);
            }
        }
    }

    private static final class SheetWriter extends ValueSerializer<TariffSheet> {
        @Override
        public void serialize(TariffSheet sheet, JsonGenerator out, SerializationContext context) {
            out.writeString(sheet.text());
        }
    }

    private static final class SheetReader extends ValueDeserializer<TariffSheet> {
        @Override
        public TariffSheet deserialize(JsonParser in, DeserializationContext context) {
            return TariffSheet.read(in.getValueAsString(""));
        }
    }

    /** A CDR's tariff is kept beside it, as it was read; here stands its name. */
    private static final class TariffWriter extends ValueSerializer<Tariff> {
        @Override
        public void serialize(Tariff tariff, JsonGenerator out, SerializationContext context) {
            out.writeString(tariff.key().id());
        }
    }

    private static final class TariffReader extends ValueDeserializer<Tariff> {
        @Override
        public Tariff deserialize(JsonParser in, DeserializationContext context) {
            return (Tariff) Objects.requireNonNull(context.getAttribute(TARIFF));
        }
    }
}
