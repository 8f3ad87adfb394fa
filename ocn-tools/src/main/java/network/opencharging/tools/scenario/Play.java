package network.opencharging.tools.scenario;

import network.opencharging.protocol.json.Json;
import network.opencharging.tools.expect.Variables;
import network.opencharging.tools.mock.PlatformMock;
import network.opencharging.tools.mock.script.Player;
import network.opencharging.tools.mock.script.Stage;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Plays the steps of a scenario, one after the other. */
final class Play {
    private final Company company;
    private final Variables variables;
    private final Ears ears;
    private final Supplier<String> tokens;

    /**
     * A play that has not begun.
     *
     * @param tokens makes tokens that nobody can guess
     */
    Play(Company company, Supplier<String> tokens) {
        this.company = company;
        this.variables = new Variables();
        this.ears = new Ears(company, variables);
        this.tokens = tokens;
        company.introduce(variables);
    }

    /** Plays one step, and saves what it says. */
    Ended step(Step step) throws InterruptedException {
        variables.set("now", Json.text(company.now()));
        Ended ended = act(step);
        return ended instanceof Ended.Well(Json seen) ? saved(step, seen) : ended;
    }

    private Ended saved(Step step, Json seen) {
        for (Map.Entry<String, String> save : step.saves().entrySet()) {
            Optional<Json> value = Variables.at(seen, save.getValue());
            if (value.isEmpty()) {
                return new Ended.Badly(
                        "there is nothing at %s to be saved as %s"
                                .formatted(save.getValue(), save.getKey()));
            }
            variables.set(save.getKey(), value.get());
        }
        return new Ended.Well(seen);
    }

    private Ended act(Step step) throws InterruptedException {
        return switch (step.act()) {
            case Step.Register register -> register(register);
            case Step.Renew renew ->
                    registration(renew.who(), party -> party.platform().registration().renew());
            case Step.Leave leave ->
                    registration(
                            leave.who(), party -> party.platform().registration().unregister());
            case Step.Perform perform -> perform(step, perform);
            case Step.Hear hear -> ears.hear(hear);
            case Step.Silence silence -> ears.silence(silence);
            case Step.Have have -> ears.have(have);
            case Step.Advance advance -> {
                company.advance(advance.by());
                yield Ended.Well.WITHOUT;
            }
        };
    }

    /** Something with a registration that may fail. */
    private interface Work {
        void run(PlatformMock party) throws IOException;
    }

    private Ended registration(String who, Work work) {
        Optional<PlatformMock> party = company.platform(who);
        if (party.isEmpty()) {
            return new Ended.NotTried(who + " is no mock of a party here");
        }
        try {
            work.run(party.get());
            return Ended.Well.WITHOUT;
        } catch (IOException e) {
            return new Ended.Badly(String.valueOf(e.getMessage()));
        }
    }

    private Ended register(Step.Register register) {
        Optional<String> at = register.at().or(company::system);
        if (at.isEmpty()) {
            return new Ended.Badly("say with 'at' where " + register.who() + " registers");
        }
        if (company.isLive(at.get())) {
            LiveSystem system = company.live().orElseThrow();
            return register(register.who(), system.url(), system.tokens().apply(register.who()));
        }
        Optional<Player> host = company.player(at.get());
        if (host.isEmpty()) {
            return new Ended.NotTried(at.get() + " is not here");
        }
        String token = tokens.get();
        host.get().mock().invite(token);
        return register(register.who(), host.get().mock().versions(), token);
    }

    private Ended register(String who, URI url, String token) {
        return registration(who, party -> party.platform().registration().register(url, token));
    }

    private Ended perform(Step step, Step.Perform perform) {
        Optional<Player> player = company.player(perform.as());
        if (player.isEmpty()) {
            return step.live().isPresent()
                    ? Ended.Well.WITHOUT
                    : new Ended.NotTried(
                            perform.as() + " is a live system: only a mock can be told");
        }
        Stage.Result result = player.get().stage().perform(perform.deed().with(variables));
        return switch (result) {
            case Stage.Result.Done(String _) -> Ended.Well.WITHOUT;
            case Stage.Result.Failed(String why) ->
                    perform.wanted().any() ? Ended.Well.WITHOUT : new Ended.Badly(why);
            case Stage.Result.Answered(var reply) ->
                    new Answers(variables).judge(perform.wanted(), reply);
        };
    }

    /** Ends what a live system would otherwise remember. */
    void leave() {
        for (String name : company.names()) {
            boolean registered =
                    company.platform(name)
                            .filter(one -> one.platform().connection().peer().isPresent())
                            .isPresent();
            if (company.live().isPresent() && registered) {
                registration(name, one -> one.platform().registration().unregister());
            }
        }
    }
}
