package network.opencharging.cpo.api;

import network.opencharging.cpo.ops.Changes;
import network.opencharging.cpo.site.Connector;
import network.opencharging.cpo.site.Evse;
import network.opencharging.cpo.site.EvseStatus;
import network.opencharging.cpo.site.Location;
import network.opencharging.cpo.site.Sites;
import network.opencharging.cpo.site.Statuses;
import network.opencharging.cpo.site.Tariffs;
import network.opencharging.cpo.unit.EvseRef;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Published locations as everybody may see them: nothing of devices, tenants or drivers. */
public final class OpenPlaces {
    private final Sites sites;
    private final Tariffs tariffs;
    private final Statuses statuses;

    public OpenPlaces(Sites sites, Tariffs tariffs, Statuses statuses) {
        this.sites = sites;
        this.tariffs = tariffs;
        this.statuses = statuses;
    }

    /** Some of them, with the tariffs that their connectors name. */
    String page(int offset, int limit) {
        List<Location> all = sites.all().stream().filter(Location::published).toList();
        List<Location> some = all.stream().skip(offset).limit(limit).toList();
        ObjectNode page = JsonNodeFactory.instance.objectNode();
        page.put("total", all.size()).put("offset", offset);
        ArrayNode shown = page.putArray("locations");
        some.forEach(location -> shown.add(location(location)));
        tariffs(page, some);
        return page.toString();
    }

    /** One, with its tariffs. */
    Optional<String> one(String id) {
        return sites.find(id)
                .filter(Location::published)
                .map(location -> {
                    ObjectNode shown = location(location);
                    tariffs(shown, List.of(location));
                    return shown.toString();
                });
    }

    private void tariffs(ObjectNode into, List<Location> locations) {
        Set<String> named = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        locations.stream()
                .flatMap(location -> location.evses().stream())
                .flatMap(evse -> evse.connectors().stream())
                .forEach(connector -> named.addAll(connector.tariffs()));
        ArrayNode shown = into.putArray("tariffs");
        named.stream()
                .flatMap(id -> tariffs.find(id).stream())
                .forEach(sheet -> shown.addRawValue(new RawValue(sheet.text())));
    }

    private ObjectNode location(Location location) {
        ObjectNode shown = JsonNodeFactory.instance.objectNode();
        shown.put("id", location.id());
        shown.put("operator", location.operator().toString());
        location.name().ifPresent(name -> shown.put("name", name));
        ObjectNode address = shown.putObject("address");
        address.put("street", location.address().street());
        address.put("city", location.address().city());
        location.address().postalCode().ifPresent(code -> address.put("postalCode", code));
        address.put("country", location.address().country());
        address.put("latitude", location.address().latitude());
        address.put("longitude", location.address().longitude());
        shown.put("zone", location.zone().getId());
        shown.put("updatedAt", location.updated().toString());
        ArrayNode evses = shown.putArray("evses");
        location.evses().forEach(evse -> evses.add(evse(location, evse)));
        return shown;
    }

    private ObjectNode evse(Location location, Evse evse) {
        EvseStatus status = statuses.now(new EvseRef(location.id(), evse.uid()));
        ObjectNode shown = JsonNodeFactory.instance.objectNode();
        shown.put("uid", evse.uid());
        shown.put("evseId", evse.evseId());
        shown.put("status", status.word().name());
        if (status.word() != EvseStatus.Word.UNKNOWN) {
            shown.put("since", status.since().toString());
        }
        ArrayNode connectors = shown.putArray("connectors");
        evse.connectors().forEach(connector -> connectors.add(connector(connector)));
        return shown;
    }

    private static ObjectNode connector(Connector connector) {
        ObjectNode shown = JsonNodeFactory.instance.objectNode();
        shown.put("id", connector.id());
        shown.put("standard", connector.kind().standard());
        shown.put("format", connector.kind().format());
        shown.put("powerType", connector.kind().powerType());
        shown.put("maxVoltage", connector.maxVoltage());
        shown.put("maxAmperage", connector.maxAmperage());
        ArrayNode named = shown.putArray("tariffs");
        connector.tariffs().forEach(named::add);
        return shown;
    }

    /** How an EVSE is now, of which a change was told by its name. */
    String status(Changes.Change change) {
        String uid = change.name().substring(change.location().length() + 1);
        EvseStatus status = statuses.now(new EvseRef(change.location(), uid));
        return JsonNodeFactory.instance
                .objectNode()
                .put("location", change.location())
                .put("evse", uid)
                .put("status", status.word().name())
                .put("since", status.since().toString())
                .toString();
    }
}
