package network.opencharging.cli;

import network.opencharging.cli.account.BalanceCommand;
import network.opencharging.cli.account.FundCommand;
import network.opencharging.cli.account.RelayCommand;
import network.opencharging.cli.account.ResumeCommand;
import network.opencharging.cli.admin.AdminCommands;
import network.opencharging.cli.agreement.AgreementCommands;
import network.opencharging.cli.certificate.CertificateCommands;
import network.opencharging.cli.certificate.DomainCommands;
import network.opencharging.cli.credentials.CredentialsCommands;
import network.opencharging.cli.doctor.DoctorCommand;
import network.opencharging.cli.key.KeyCommands;
import network.opencharging.cli.manual.ManualCommands;
import network.opencharging.cli.modules.ModulesCommands;
import network.opencharging.cli.network.NetworkCommands;
import network.opencharging.cli.node.NodeCommands;
import network.opencharging.cli.offer.ServiceCommands;
import network.opencharging.cli.party.PartyCommands;
import network.opencharging.cli.up.UpCommand;
import network.opencharging.cli.watch.WatchCommand;
import network.opencharging.tools.Tools;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

import java.nio.file.Path;

/** The root of the command line: {@code ocn}. */
@Command(
        name = "ocn",
        description = "The open roaming network for electric vehicle charging.",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = Release.class,
        usageHelpAutoWidth = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:tried and failed, or refused; the message says which step and why",
            "2:the arguments or the input cannot be used",
            "3:something is missing or in the way: a program, a port, a build, a chain, money",
            "4:begun and not finished; the message says how to go on",
            "130:interrupted"
        })
public final class Ocn implements Runnable {
    @Spec private CommandSpec spec;

    @Option(
            names = "--debug",
            scope = ScopeType.INHERIT,
            description = "Show the stack trace of a failure.")
    private boolean debug;

    /** For picocli, which fills the fields. */
    Ocn() {
        this.spec = CommandSpec.create();
    }

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    /** The whole tree of commands. */
    static CommandLine commandLine() {
        Ocn root = new Ocn();
        CommandLine all =
                new CommandLine(root)
                        .addSubcommand("up", new UpCommand(home(), System.getenv()))
                        .addSubcommand(new KeyCommands())
                        .addSubcommand(new NetworkCommands())
                        .addSubcommand(new NodeCommands())
                        .addSubcommand(new PartyCommands())
                        .addSubcommand(new ModulesCommands())
                        .addSubcommand(new ServiceCommands())
                        .addSubcommand(new AgreementCommands())
                        .addSubcommand(new CertificateCommands())
                        .addSubcommand(new DomainCommands())
                        .addSubcommand(new CredentialsCommands())
                        .addSubcommand(new AdminCommands())
                        .addSubcommand(new DoctorCommand())
                        .addSubcommand(new BalanceCommand())
                        .addSubcommand(new FundCommand())
                        .addSubcommand(new RelayCommand())
                        .addSubcommand(new ResumeCommand())
                        .addSubcommand(new WatchCommand())
                        .addSubcommand("tools", Tools.commandLine(System.getenv()));
        ManualCommands.mount(all);
        Words.understood(all);
        return all.setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(new Misuse())
                .setExecutionExceptionHandler(new Complaints(() -> root.debug));
    }

    /** The launcher says where the project is; without it, this folder counts. */
    private static Path home() {
        return Path.of(System.getProperty("ocn.home", "")).toAbsolutePath();
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: a command is missing.");
    }
}
