package network.opencharging.cpo.api;

import network.opencharging.bridge.unit.Money;
import network.opencharging.cpo.cdr.Cdr;
import network.opencharging.cpo.device.PortId;
import network.opencharging.cpo.session.ChargeSession;
import network.opencharging.cpo.session.Opening;
import network.opencharging.cpo.session.SessionStore;
import network.opencharging.cpo.site.Address;
import network.opencharging.cpo.site.Connector;
import network.opencharging.cpo.site.Evse;
import network.opencharging.cpo.site.EvseStatus;
import network.opencharging.cpo.site.Location;
import network.opencharging.cpo.site.TariffSheet;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Plain fields of things by their names, as the schema writes them. */
final class Facts {
    /** Under which the thing itself is found again. */
    static final String SELF = "\u0000";

    private Facts() {}

    private static Map<String, Object> of(Object self) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put(SELF, self);
        return facts;
    }

    private static void put(Map<String, Object> facts, String name, Optional<?> value) {
        value.ifPresent(there -> facts.put(name, there));
    }

    static Map<String, Object> of(Location location) {
        Map<String, Object> facts = of((Object) location);
        Address address = location.address();
        facts.put("id", location.id());
        facts.put("operator", location.operator().toString());
        put(facts, "name", location.name());
        facts.put("street", address.street());
        facts.put("city", address.city());
        put(facts, "postalCode", address.postalCode());
        facts.put("country", address.country());
        facts.put("latitude", address.latitude());
        facts.put("longitude", address.longitude());
        facts.put("zone", location.zone().getId());
        facts.put("published", location.published());
        facts.put("updatedAt", location.updated().toString());
        return facts;
    }

    static Map<String, Object> of(Evse evse, EvseStatus status) {
        Map<String, Object> facts = of(evse);
        facts.put("uid", evse.uid());
        facts.put("evseId", evse.evseId());
        facts.put("status", status.word().name());
        facts.put("since", status.since().toString());
        put(facts, "device", evse.port().map(PortId::device));
        put(facts, "port", evse.port().map(PortId::evse));
        return facts;
    }

    static Map<String, Object> of(Connector connector) {
        Map<String, Object> facts = of((Object) connector);
        facts.put("id", connector.id());
        facts.put("standard", connector.kind().standard());
        facts.put("format", connector.kind().format());
        facts.put("powerType", connector.kind().powerType());
        facts.put("maxVoltage", connector.maxVoltage());
        facts.put("maxAmperage", connector.maxAmperage());
        return facts;
    }

    static Map<String, Object> of(TariffSheet sheet) {
        Map<String, Object> facts = of((Object) sheet);
        facts.put("id", sheet.tariff().key().id());
        facts.put("currency", sheet.tariff().prices().currency().getCurrencyCode());
        facts.put("text", sheet.text());
        return facts;
    }

    static Map<String, Object> of(ChargeSession session) {
        Map<String, Object> facts = of((Object) session);
        Opening opening = session.opening();
        facts.put("id", session.id().value());
        facts.put("phase", session.phase().word());
        facts.put("origin", opening.origin().name());
        facts.put("emsp", opening.driver().emsp().toString());
        facts.put("token", opening.driver().uid());
        facts.put("evse", opening.place().evse().uid());
        facts.put("connector", opening.place().connector().id());
        facts.put("tariff", opening.tariff().tariff().key().id());
        facts.put("askedAt", session.times().asked().toString());
        put(facts, "beganAt", session.times().began().map(Object::toString));
        put(facts, "endedAt", session.times().ended().map(Object::toString));
        facts.put("energy", session.energy().value());
        put(facts, "cost", session.funding().cost().map(Facts::text));
        facts.put("currency", opening.tariff().tariff().prices().currency().getCurrencyCode());
        facts.put("remarks", session.remarks());
        return facts;
    }

    private static String text(Money money) {
        return money.inclVat().orElse(money.exclVat()).toPlainString();
    }

    static Map<String, Object> of(SessionStore.Entry entry) {
        Map<String, Object> facts = of((Object) entry);
        facts.put("at", entry.at().toString());
        facts.put("phase", entry.phase());
        facts.put("said", entry.text());
        put(facts, "complaint", entry.complaint());
        return facts;
    }

    static Map<String, Object> of(Cdr cdr) {
        Map<String, Object> facts = of((Object) cdr);
        Money total = cdr.bill().total();
        facts.put("id", cdr.key().id());
        put(facts, "creditOf", cdr.creditOf());
        facts.put("emsp", cdr.session().token().emsp().toString());
        facts.put("token", cdr.session().token().uid());
        facts.put("start", cdr.bill().volumes().start().toString());
        facts.put("end", cdr.bill().volumes().end().toString());
        facts.put("energy", cdr.bill().volumes().energy().value());
        facts.put("currency", total.currency().getCurrencyCode());
        facts.put("totalExclVat", total.exclVat().toPlainString());
        put(facts, "totalInclVat", total.inclVat().map(amount -> amount.toPlainString()));
        facts.put("signed", cdr.signedData().isPresent());
        facts.put("writtenAt", cdr.written().toString());
        return facts;
    }

    /** The thing whose facts these are. */
    static <T> T self(@Nullable Object facts, Class<T> type) {
        if (facts instanceof Map<?, ?> map) {
            return Objects.requireNonNull(type.cast(map.get(SELF)));
        }
        throw new IllegalStateException("there are no facts of a " + type.getSimpleName());
    }
}
