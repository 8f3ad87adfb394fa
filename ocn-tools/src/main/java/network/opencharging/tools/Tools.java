package network.opencharging.tools;

import network.opencharging.tools.check.CheckCommand;
import network.opencharging.tools.explain.SignatureExplain;
import network.opencharging.tools.explain.SignatureSign;
import network.opencharging.tools.explain.SignatureVerify;
import network.opencharging.tools.mock.command.MockCommand;
import network.opencharging.tools.terminal.Group;
import network.opencharging.tools.terminal.Input;

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
        return Group.of("Tools for testers and integrators.")
                .addSubcommand(
                        "check", new CheckCommand(input.standard(), environment, Clock.systemUTC()))
                .addSubcommand(
                        "mock",
                        Group.of("Parties to test against: honest, with data of their own.")
                                .addSubcommand("cpo", MockCommand.cpo(environment))
                                .addSubcommand("emsp", MockCommand.emsp(environment)))
                .addSubcommand(
                        "signature",
                        Group.of("Everything about OCN signatures.")
                                .addSubcommand("sign", new SignatureSign(input))
                                .addSubcommand("verify", new SignatureVerify(input))
                                .addSubcommand("explain", new SignatureExplain(input)));
    }
}
