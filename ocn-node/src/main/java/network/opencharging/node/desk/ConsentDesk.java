package network.opencharging.node.desk;

import jakarta.servlet.http.HttpServletRequest;

import network.opencharging.node.observe.Consents;
import network.opencharging.node.observe.Observation;
import network.opencharging.node.platform.ConnectedPlatform;
import network.opencharging.node.plugin.MessageObserver;
import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.message.OcpiStatus;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.function.Function;

/** Where a platform consents to observers of its messages, and takes that back. */
@RestController
@RequestMapping("/ocpi/receiver/{version:2\\.2|2\\.2\\.1|2\\.3\\.0}/ocnobservers")
public class ConsentDesk {
    private final FrontDesk desk;
    private final Observation observation;
    private final Consents consents;

    /** Consents to these observers. */
    public ConsentDesk(FrontDesk desk, Observation observation, Consents consents) {
        this.desk = desk;
        this.observation = observation;
        this.consents = consents;
    }

    /** Which observers there are, what for, and whether this platform has consented. */
    @GetMapping
    public ResponseEntity<byte[]> list(HttpServletRequest request) {
        return receive(
                request,
                platform ->
                        Answer.success(
                                Json.array(
                                        observation.observers().stream()
                                                .map(observer -> line(platform, observer))
                                                .toList())));
    }

    private Json.Obj line(ConnectedPlatform platform, MessageObserver observer) {
        return Json.Obj.EMPTY
                .with("name", observer.name())
                .with("purpose", observer.purpose())
                .with("consent", Json.bool(consents.of(platform.id()).contains(observer.name())));
    }

    /** Consents. */
    @PutMapping("/{name}")
    public ResponseEntity<byte[]> put(@PathVariable String name, HttpServletRequest request) {
        return set(request, name, true);
    }

    /** Takes the consent back: the next message is not shown. */
    @DeleteMapping("/{name}")
    public ResponseEntity<byte[]> delete(@PathVariable String name, HttpServletRequest request) {
        return set(request, name, false);
    }

    private ResponseEntity<byte[]> set(HttpServletRequest request, String name, boolean consent) {
        return receive(
                request,
                platform -> {
                    if (observation.observers().stream()
                            .noneMatch(observer -> observer.name().equals(name))) {
                        return Answer.refusal(
                                404,
                                OcpiStatus.INVALID_PARAMETERS,
                                "There is no such observer here: GET lists those that there are.");
                    }
                    consents.set(platform.id(), name, consent);
                    return Answer.done();
                });
    }

    private ResponseEntity<byte[]> receive(
            HttpServletRequest request, Function<ConnectedPlatform, Answer> reply) {
        return desk.receive(
                request,
                visitor ->
                        switch (visitor) {
                            case Visitor.Registered(var platform, var _) -> reply.apply(platform);
                            case Visitor.Invited _ ->
                                    Answer.refusal(401, OcpiStatus.CLIENT_ERROR, "Register first.");
                        });
    }
}
