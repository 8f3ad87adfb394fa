package network.opencharging.tools.mock.script;

import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.party.Role;
import network.opencharging.protocol.route.InterfaceRole;
import network.opencharging.protocol.route.ModuleId;
import network.opencharging.tools.json.JsonText;
import network.opencharging.tools.mock.Mock;
import network.opencharging.tools.mock.MockCpo;
import network.opencharging.tools.mock.PlatformMock;
import network.opencharging.tools.mock.fault.Faults;
import network.opencharging.tools.mock.fault.Planted;
import network.opencharging.tools.mock.fault.Scope;
import network.opencharging.tools.ocpi.Identity;
import network.opencharging.tools.ocpi.call.Call;
import network.opencharging.tools.ocpi.call.Reply;
import network.opencharging.tools.ocpi.call.Target;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Where a mock does its deeds. */
public final class Stage {
    private final Mock mock;
    private final Function<String, Optional<PartyId>> names;

    /**
     * A stage for one mock.
     *
     * @param names the party that a name stands for
     */
    public Stage(Mock mock, Function<String, Optional<PartyId>> names) {
        this.mock = mock;
        this.names = names;
    }

    /** What came of a deed. */
    public sealed interface Result {
        /** It is done. */
        record Done(String said) implements Result {}

        /** A request was sent and answered. */
        record Answered(Reply reply) implements Result {}

        /** It could not be done. */
        record Failed(String why) implements Result {}
    }

    /** Does it. */
    public Result perform(Deed deed) {
        try {
            return switch (deed) {
                case Deed.Send send -> send(send);
                case Deed.Faults faults -> faults(faults);
                case Deed.Status status ->
                        cpo().map(cpo -> status(cpo, status)).orElseGet(() -> notHere(deed));
                case Deed.Start start ->
                        cpo().map(cpo -> start(cpo, start)).orElseGet(() -> notHere(deed));
                case Deed.Charge charge -> charge(charge);
                case Deed.Stop stop ->
                        told(
                                cpo().flatMap(cpo -> cpo.stop(stop.session())),
                                "no session is running of that id: " + stop.session());
            };
        } catch (IOException e) {
            return new Result.Failed(String.valueOf(e.getMessage()));
        }
    }

    private Optional<MockCpo> cpo() {
        return mock instanceof MockCpo cpo ? Optional.of(cpo) : Optional.empty();
    }

    private Result charge(Deed.Charge charge) throws IOException {
        Optional<MockCpo> cpo = cpo();
        return told(
                cpo.isEmpty() ? Optional.empty() : cpo.get().charge(charge.session(), charge.kwh()),
                "no session is running of that id: " + charge.session());
    }

    private Result notHere(Deed deed) {
        return new Result.Failed(
                "%s is no CPO: it cannot do %s"
                        .formatted(
                                mock.identity().party(),
                                deed.getClass()
                                        .getSimpleName()
                                        .toLowerCase(java.util.Locale.ROOT)));
    }

    private static Result told(Optional<String> said, String otherwise) {
        return said.<Result>map(Result.Done::new).orElseGet(() -> new Result.Failed(otherwise));
    }

    private Result faults(Deed.Faults faults) {
        faults.off().forEach(mock.faults()::off);
        faults.on().forEach(wanted -> plant(wanted).ifPresent(mock.faults()::on));
        return new Result.Done("faults: " + mock.faults().names());
    }

    /** The fault that is wanted; empty when there is none of that name, or it has no measure. */
    public static Optional<Planted> plant(Deed.Wanted wanted) {
        return Faults.plant(
                wanted.name(),
                new Scope(wanted.module(), wanted.method(), wanted.skip(), wanted.times()),
                wanted.by());
    }

    private Result status(MockCpo cpo, Deed.Status status) {
        boolean known = cpo.setStatus(status.location(), status.evse(), status.status());
        if (!known) {
            return new Result.Failed(
                    "no EVSE %s at location %s".formatted(status.evse(), status.location()));
        }
        List<PartyId> readers =
                status.to().isPresent()
                        ? party(status.to()).stream().toList()
                        : mock.connected().stream()
                                .filter(role -> role.role() != Role.HUB)
                                .map(Identity::party)
                                .distinct()
                                .toList();
        readers.forEach(reader -> cpo.tellStatus(reader, status.location(), status.evse()));
        return new Result.Done(
                "%s is %s, told to %s".formatted(status.evse(), status.status(), readers));
    }

    private static Result start(MockCpo cpo, Deed.Start start) {
        Optional<JsonNode> token =
                cpo.tokens().all().stream()
                        .filter(one ->
                                JsonText.text(one, "uid")
                                        .filter(start.token()::equalsIgnoreCase)
                                        .isPresent())
                        .<JsonNode>map(one -> one)
                        .findFirst();
        if (token.isEmpty()) {
            return new Result.Failed("nobody has told a token of uid " + start.token());
        }
        return told(
                cpo.plugIn(start.location(), start.evse(), token.get().asObject()),
                "the EVSE is unknown or not free at location " + start.location());
    }

    private Result send(Deed.Send send) throws IOException {
        if (!(mock instanceof PlatformMock party)) {
            return new Result.Failed("a hub says nothing of its own: let a party send it");
        }
        Optional<PartyId> to = party(send.to());
        Optional<ModuleId> module = ModuleId.of(send.module());
        if (to.isEmpty() || module.isEmpty()) {
            return new Result.Failed(
                    module.isEmpty()
                            ? "no module is called " + send.module()
                            : "say with 'to' which party it is for");
        }
        Call call =
                new Call(
                        send.method(),
                        new Target.Module(module.get(), side(send), send.path()),
                        to.get(),
                        send.body().map(body -> JsonText.parse(body.text()).orElseThrow()));
        return new Result.Answered(party.platform().caller().send(call));
    }

    /** Nobody named: the only other party that is connected. */
    private Optional<PartyId> party(Optional<String> name) {
        if (name.isPresent()) {
            return names.apply(name.get()).or(() -> PartyId.parse(name.get()));
        }
        List<PartyId> known = mock.connected().stream().map(Identity::party).distinct().toList();
        return known.size() == 1 ? Optional.of(known.getFirst()) : Optional.empty();
    }

    private static InterfaceRole side(Deed.Send send) {
        boolean writes = Set.of("PUT", "PATCH", "DELETE").contains(send.method());
        boolean told = send.method().equals("POST") && !send.module().equals("tokens");
        return send.side()
                .map(InterfaceRole::valueOf)
                .orElse(writes || told ? InterfaceRole.RECEIVER : InterfaceRole.SENDER);
    }
}
