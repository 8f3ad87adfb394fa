package network.opencharging.cpo.admin;

import network.opencharging.bridge.unit.WattHours;
import network.opencharging.cpo.ocpp.central.Books;
import network.opencharging.cpo.ocpp.central.StationBook;
import network.opencharging.cpo.people.Sight;
import network.opencharging.cpo.plug.port.PlugPort;
import network.opencharging.cpo.plug.roll.Plug;
import network.opencharging.cpo.plug.roll.PlugRoll;
import network.opencharging.cpo.secret.Passwords;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** Smart plugs: which there are, how they speak, with which password. */
@RestController
public class PlugsDesk {
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;

    private final PlugRoll roll;
    private final Maker maker;
    private final StationBook stations;

    public PlugsDesk(PlugRoll roll, Maker maker, Books books) {
        this.roll = roll;
        this.maker = maker;
        this.stations = books.stations();
    }

    /**
     * Makes passwords.
     *
     * @param embedded plugs have theirs from us, not from another broker
     * @param port where they connect
     */
    public record Maker(
            BooleanSupplier embedded,
            IntSupplier port,
            Passwords passwords,
            RandomGenerator random) {
        /** Without what looks alike: somebody types it into a plug. */
        private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

        private static final int LENGTH = 20;

        String password() {
            return random.ints(LENGTH, 0, LETTERS.length())
                    .mapToObj(i -> LETTERS.substring(i, i + 1))
                    .collect(Collectors.joining());
        }

        String seal(String password) {
            return passwords.seal(password.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** All of them. */
    @GetMapping("/admin/plugs")
    List<PlugView> all(Sight sight) {
        return roll.all().stream()
                .filter(entry -> sight.device(entry.plug().name()))
                .map(entry -> view(entry, null))
                .toList();
    }

    /** One. */
    @GetMapping("/admin/plugs/{name}")
    PlugView find(@PathVariable String name) {
        return view(entry(name), null);
    }

    private PlugRoll.Entry entry(String name) {
        return roll.find(name).orElseThrow(() -> new Wrong(NOT_FOUND, "there is no such plug"));
    }

    /** Writes one down; the first time it is given a password, which is shown this once. */
    @PutMapping("/admin/plugs/{name}")
    PlugView put(@PathVariable String name, @RequestBody PlugWish wish) {
        Optional<String> seal = roll.find(name).flatMap(entry -> entry.plug().seal());
        boolean fresh = seal.isEmpty() && wish.address() == null && maker.embedded().getAsBoolean();
        return write(name, wish, seal, fresh ? maker.password() : null);
    }

    private PlugView write(
            String name, PlugWish wish, Optional<String> seal, @Nullable String password) {
        requireIdle(name);
        if (stations.find(name).isPresent()) {
            throw new Wrong(CONFLICT, name + " is a station's name: give the plug another");
        }
        try {
            roll.put(wish.plug(name, password == null ? seal : Optional.of(maker.seal(password))));
        } catch (IllegalArgumentException e) {
            throw new Wrong(BAD_REQUEST, String.valueOf(e.getMessage()));
        } catch (IllegalStateException e) {
            throw new Wrong(CONFLICT, e.getMessage() + ": set ocn.cpo.mqtt.host and .port");
        }
        return view(entry(name), password);
    }

    private void requireIdle(String name) {
        if (roll.find(name).flatMap(entry -> entry.port().look().session()).isPresent()) {
            throw new Wrong(CONFLICT, "a session goes on at this plug: stop it first");
        }
    }

    /** Gives it another password, which is shown this once; the old one is worth nothing. */
    @PostMapping("/admin/plugs/{name}/password")
    PlugView password(@PathVariable String name) {
        Plug plug = entry(name).plug();
        if (plug.isCalled() || !maker.embedded().getAsBoolean()) {
            throw new Wrong(CONFLICT, "this plug does not connect to the embedded broker");
        }
        requireIdle(name);
        String password = maker.password();
        roll.put(plug.sealedWith(maker.seal(password)));
        return view(entry(name), password);
    }

    /** Forgets one; it is switched off. */
    @DeleteMapping("/admin/plugs/{name}")
    ResponseEntity<Void> remove(@PathVariable String name) {
        requireIdle(name);
        if (!roll.remove(name)) {
            throw new Wrong(NOT_FOUND, "there is no such plug");
        }
        return ResponseEntity.noContent().build();
    }

    private PlugView view(PlugRoll.Entry entry, @Nullable String password) {
        Plug plug = entry.plug();
        PlugPort.Look look = entry.port().look();
        return new PlugView(
                plug.name(),
                plug.family(),
                plug.address().orElse(""),
                look.online(),
                look.on().orElse(null),
                entry.port().health().metered(),
                look.register().map(WattHours::value).orElse(null),
                look.session().orElse(""),
                plug.isCalled() ? 0 : maker.port().getAsInt(),
                entry.fault().orElse(""),
                password);
    }

    /**
     * A plug as the API shows it.
     *
     * @param address where it is called; empty: it connects by MQTT
     * @param on null as long as it did not say
     * @param registerWh over all resets; null as long as it told of none
     * @param session empty when nobody charges
     * @param brokerPort of the embedded broker; 0 where it connects to another, or is called
     * @param fault why there is no way to it; empty where there is one
     * @param password only where it was just made
     */
    record PlugView(
            String name,
            Plug.Family family,
            String address,
            boolean online,
            @Nullable Boolean on,
            boolean metered,
            @Nullable Long registerWh,
            String session,
            int brokerPort,
            String fault,
            @Nullable String password) {}
}
