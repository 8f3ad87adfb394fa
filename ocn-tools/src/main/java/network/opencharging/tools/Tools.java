package network.opencharging.tools;

import network.opencharging.tools.audit.AuditCdr;
import network.opencharging.tools.check.CheckCommand;
import network.opencharging.tools.client.ClientAuthorize;
import network.opencharging.tools.client.ClientCommand;
import network.opencharging.tools.client.ClientGet;
import network.opencharging.tools.client.ClientPush;
import network.opencharging.tools.conformance.ConformanceList;
import network.opencharging.tools.conformance.ConformanceRun;
import network.opencharging.tools.conformance.ProbeCommand;
import network.opencharging.tools.explain.SignatureExplain;
import network.opencharging.tools.explain.SignatureSign;
import network.opencharging.tools.explain.SignatureVerify;
import network.opencharging.tools.load.LoadCommand;
import network.opencharging.tools.mock.command.FaultsCommand;
import network.opencharging.tools.mock.command.MockCommand;
import network.opencharging.tools.proxy.ProxyCommand;
import network.opencharging.tools.scenario.ScenarioList;
import network.opencharging.tools.scenario.ScenarioRun;
import network.opencharging.tools.scenario.ScenarioShow;
import network.opencharging.tools.seam.Seams;
import network.opencharging.tools.simulate.command.PlugCommand;
import network.opencharging.tools.simulate.command.StationCommand;
import network.opencharging.tools.terminal.Group;
import network.opencharging.tools.terminal.Input;
import network.opencharging.tools.watch.TailCommand;
import network.opencharging.tools.watch.TraceCommand;

import picocli.CommandLine;

import java.time.Clock;
import java.util.Map;

/** {@code ocn tools}: everything a tester or an integrator needs. */
public final class Tools {
    private Tools() {}

    /**
     * The tools, to be mounted under a root.
     *
     * @param environment this process's environment
     */
    public static CommandLine commandLine(Map<String, String> environment) {
        Input input = Input.ofProcess();
        Seams seams = Seams.real();
        return Group.of("Tools for testers and integrators.")
                .addSubcommand(
                        "audit",
                        Group.of("Holds what was billed against what it should cost.")
                                .addSubcommand("cdr", new AuditCdr(environment, input)))
                .addSubcommand(
                        "check", new CheckCommand(input.standard(), environment, Clock.systemUTC()))
                .addSubcommand("client", client(environment, seams, input))
                .addSubcommand(
                        "conformance",
                        Group.of("Holds a live system against OCPI, case by case.")
                                .addSubcommand("run", new ConformanceRun(environment, seams))
                                .addSubcommand("list", new ConformanceList()))
                .addSubcommand("load", new LoadCommand(environment, seams, input))
                .addSubcommand("mock", mock(environment))
                .addSubcommand("probe", new ProbeCommand(environment, seams))
                .addSubcommand("proxy", new ProxyCommand(environment, Clock.systemUTC()))
                .addSubcommand("scenario", scenario(environment, seams, input))
                .addSubcommand("signature", signature(input))
                .addSubcommand("simulate", simulate(environment, seams, input))
                .addSubcommand("tail", new TailCommand(environment, input))
                .addSubcommand("trace", new TraceCommand(environment, input));
    }

    private static CommandLine client(Map<String, String> environment, Seams seams, Input input) {
        return Group.of("Asks a live system as a party, and shows what comes back.")
                .addSubcommand("get", new ClientGet(environment, seams))
                .addSubcommand("push", new ClientPush(environment, seams, input))
                .addSubcommand("command", new ClientCommand(environment, seams, input))
                .addSubcommand("authorize", new ClientAuthorize(environment, seams));
    }

    private static CommandLine signature(Input input) {
        return Group.of("Everything about OCN signatures.")
                .addSubcommand("sign", new SignatureSign(input))
                .addSubcommand("verify", new SignatureVerify(input))
                .addSubcommand("explain", new SignatureExplain(input));
    }

    private static CommandLine simulate(Map<String, String> environment, Seams seams, Input input) {
        return Group.of("Devices that are not there, at systems that are.")
                .addSubcommand("station", new StationCommand(environment, seams, input))
                .addSubcommand("plug", new PlugCommand(environment, seams, input));
    }

    private static CommandLine mock(Map<String, String> environment) {
        return Group.of("Parties to test against, with data of their own.")
                .addSubcommand("faults", new FaultsCommand())
                .addSubcommand("cpo", MockCommand.cpo(environment))
                .addSubcommand("emsp", MockCommand.emsp(environment))
                .addSubcommand("hub", MockCommand.hub(environment));
    }

    private static CommandLine scenario(Map<String, String> environment, Seams seams, Input input) {
        return Group.of("Steps and expectations, played with mocks.")
                .addSubcommand("run", new ScenarioRun(environment, seams, input))
                .addSubcommand("list", new ScenarioList())
                .addSubcommand("show", new ScenarioShow());
    }
}
