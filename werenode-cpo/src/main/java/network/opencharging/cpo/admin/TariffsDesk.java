package network.opencharging.cpo.admin;

import network.opencharging.cpo.people.Estate;
import network.opencharging.cpo.people.Holdings;
import network.opencharging.cpo.people.Sight;
import network.opencharging.cpo.site.Sites;
import network.opencharging.cpo.site.TariffSheet;
import network.opencharging.cpo.site.Tariffs;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;
import java.util.Optional;

/** The tariffs by which is charged. */
@RestController
public class TariffsDesk {
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private final Sites sites;
    private final Tariffs tariffs;
    private final Estate estate;

    public TariffsDesk(Sites sites, Tariffs tariffs, Estate estate) {
        this.sites = sites;
        this.tariffs = tariffs;
        this.estate = estate;
    }

    /** All tariffs. */
    @GetMapping("/admin/tariffs")
    List<JsonText> tariffs(Sight sight) {
        return tariffs.all().stream()
                .filter(sheet -> sight.tariff(sheet.tariff().key().id()))
                .map(sheet -> new JsonText(sheet.text()))
                .toList();
    }

    /** One. */
    @GetMapping("/admin/tariffs/{tariff}")
    JsonText tariff(@PathVariable String tariff) {
        return tariffs.find(tariff)
                .map(sheet -> new JsonText(sheet.text()))
                .orElseThrow(() -> new Wrong(NOT_FOUND, "there is no such tariff"));
    }

    /**
     * Writes one down, new or changed; one that contradicts itself is refused with its rules.
     *
     * @param tenant whose it is; left out: as it was; empty: the house's
     */
    @PutMapping(path = "/admin/tariffs/{tariff}", consumes = MediaType.APPLICATION_JSON_VALUE)
    JsonText put(
            @PathVariable String tariff,
            @RequestParam Optional<String> tenant,
            @RequestBody String text,
            Sight sight) {
        TariffSheet sheet;
        try {
            sheet = TariffSheet.read(text);
        } catch (TariffSheet.Refused e) {
            throw new Wrong(BAD_REQUEST, String.valueOf(e.getMessage()));
        }
        if (!sheet.tariff().key().id().equalsIgnoreCase(tariff)) {
            throw new Wrong(BAD_REQUEST, "id must be that of the address");
        }
        boolean there = tariffs.find(tariff).isPresent();
        try {
            estate.give(
                    Holdings.Kind.TARIFF, tariff, estate.of(sight.caller(), tariff, tenant, there));
        } catch (IllegalArgumentException e) {
            throw new Wrong(BAD_REQUEST, String.valueOf(e.getMessage()));
        }
        tariffs.put(sheet);
        return tariff(tariff);
    }

    /** Forgets one; sessions that began with it are billed by it. */
    @DeleteMapping("/admin/tariffs/{tariff}")
    ResponseEntity<Void> removeTariff(@PathVariable String tariff, Sight sight) {
        if (!estate.isOwn(sight.caller(), Holdings.Kind.TARIFF, tariff)) {
            throw new Wrong(CONFLICT, "this tariff is the house's: it stays");
        }
        boolean used =
                sites.spots().stream()
                        .flatMap(spot -> spot.evse().connectors().stream())
                        .flatMap(connector -> connector.tariffs().stream())
                        .anyMatch(tariff::equalsIgnoreCase);
        if (used) {
            throw new Wrong(BAD_REQUEST, "a connector charges by it: take it from there first");
        }
        if (!tariffs.remove(tariff)) {
            throw new Wrong(NOT_FOUND, "there is no such tariff");
        }
        return ResponseEntity.noContent().build();
    }
}
