package network.opencharging.benchmarks.parts;

import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.message.Body;
import network.opencharging.protocol.message.EnvelopeGlance;
import network.opencharging.protocol.route.HttpMethod;
import network.opencharging.protocol.route.RequestPath;
import network.opencharging.protocol.route.RouteTable;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

import java.util.Optional;

/** What it costs to see what a message is. */
@State(Scope.Benchmark)
public class Reading {
    private static final String USUAL =
            "/ocpi/receiver/2.2.1/sessions/DE/ALC/3d2c6f4e-6f0b-4f6e-9d2b-5f8f3a1c7b11";
    private static final String FOREIGN = "/ocpi/custom/receiver/xyz-parking/garage/7/places";

    private final RouteTable routes = RouteTable.ocpi221();
    private final Body large = Samples.locations();
    private final Body small =
            Body.of(
                    Json.Obj.EMPTY
                            .with("data", Samples.session())
                            .with("status_code", Json.number(1000))
                            .with("timestamp", "2026-11-28T12:00:00Z")
                            .bytes());

    /** JMH makes it. */
    public Reading() {}

    /** A path of OCPI and its row of the table. */
    @Benchmark
    public RouteTable.Match routeOfOcpi() {
        return route(USUAL);
    }

    /** A path of a module that nobody knows. */
    @Benchmark
    public RouteTable.Match routeOfACustomModule() {
        return route(FOREIGN);
    }

    /** The envelope of an answer of 1 KB. */
    @Benchmark
    public Optional<EnvelopeGlance> envelopeOf1Kilobyte() {
        return EnvelopeGlance.at(small);
    }

    /** The envelope of an answer of 60 KB. */
    @Benchmark
    public Optional<EnvelopeGlance> envelopeOf60Kilobytes() {
        return EnvelopeGlance.at(large);
    }

    private RouteTable.Match route(String path) {
        return routes.find(RequestPath.parse(path).orElseThrow().key(HttpMethod.PUT));
    }
}
