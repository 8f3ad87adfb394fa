package network.opencharging.cpo.admin;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/** How much there is to do: who is connected, and what waits for the database. */
@RestController
public class LoadDesk {
    private final Gauges gauges;

    public LoadDesk(Gauges gauges) {
        this.gauges = gauges;
    }

    /** Numbers by their names, read when they are asked for. */
    public record Gauges(Map<String, LongSupplier> all) {}

    /** All of them. */
    @GetMapping("/admin/load")
    Map<String, Long> load() {
        Map<String, Long> load = new TreeMap<>();
        gauges.all().forEach((name, gauge) -> load.put(name, gauge.getAsLong()));
        return load;
    }
}
