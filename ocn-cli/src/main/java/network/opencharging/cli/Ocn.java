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
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Supplier;

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
    private static final Set<String> HELP = Set.of("--help", "-h");

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

    /**
     * A command below the root.
     *
     * @param type what says what it is for
     * @param make makes it with all its options, which takes its time
     */
    private record Noun(Class<?> type, Supplier<Object> make) {}

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] args) {
        System.exit(commandLine(args).execute(args));
    }

    /** The whole tree of commands. */
    static CommandLine commandLine() {
        CommandLine all = commandLine(nouns().keySet());
        ManualCommands.mount(all);
        return all;
    }

    /**
     * What these arguments need of the tree: learning the options of all commands takes longer than
     * most commands do. Who does not begin with a known command gets the whole tree, for its help.
     */
    static CommandLine commandLine(String... args) {
        String first = args.length == 0 ? "" : args[0];
        if (args.length == 1 && (first.equals("--version") || first.equals("-V"))) {
            return commandLine(Set.of());
        }
        if (args.length == 0 || (args.length == 1 && HELP.contains(first))) {
            return contents();
        }
        return nouns().containsKey(first) ? commandLine(Set.of(first)) : commandLine();
    }

    /** The commands with what they are for, as the help of the root lists them, and no more. */
    private static CommandLine contents() {
        CommandLine tree = commandLine(Set.of());
        nouns().forEach((noun, command) -> {
            Command said = command.type().getAnnotation(Command.class);
            tree.addSubcommand(noun, said == null ? command.make().get() : title(said));
        });
        ManualCommands.mount(tree);
        return tree;
    }

    private static CommandSpec title(Command said) {
        CommandSpec title = CommandSpec.create();
        title.usageMessage().description(said.description());
        return title;
    }

    private static CommandLine commandLine(Set<String> wanted) {
        Ocn root = new Ocn();
        CommandLine tree = new CommandLine(root);
        nouns().forEach((noun, command) -> {
            if (wanted.contains(noun)) {
                tree.addSubcommand(noun, command.make().get());
            }
        });
        Words.understood(tree);
        return tree.setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(new Misuse())
                .setExecutionExceptionHandler(new Complaints(() -> root.debug));
    }

    /** The commands below the root, in the order of the help; none is made before it is needed. */
    private static SequencedMap<String, Noun> nouns() {
        SequencedMap<String, Noun> nouns = new LinkedHashMap<>();
        nouns.put("up", new Noun(UpCommand.class, () -> new UpCommand(home(), System.getenv())));
        nouns.put("key", new Noun(KeyCommands.class, KeyCommands::new));
        nouns.put("network", new Noun(NetworkCommands.class, NetworkCommands::new));
        nouns.put("node", new Noun(NodeCommands.class, NodeCommands::new));
        nouns.put("party", new Noun(PartyCommands.class, PartyCommands::new));
        nouns.put("modules", new Noun(ModulesCommands.class, ModulesCommands::new));
        nouns.put("service", new Noun(ServiceCommands.class, ServiceCommands::new));
        nouns.put("agreement", new Noun(AgreementCommands.class, AgreementCommands::new));
        nouns.put("certificate", new Noun(CertificateCommands.class, CertificateCommands::new));
        nouns.put("domain", new Noun(DomainCommands.class, DomainCommands::new));
        nouns.put("credentials", new Noun(CredentialsCommands.class, CredentialsCommands::new));
        nouns.put("admin", new Noun(AdminCommands.class, AdminCommands::new));
        nouns.put("doctor", new Noun(DoctorCommand.class, DoctorCommand::new));
        nouns.put("balance", new Noun(BalanceCommand.class, BalanceCommand::new));
        nouns.put("fund", new Noun(FundCommand.class, FundCommand::new));
        nouns.put("relay", new Noun(RelayCommand.class, RelayCommand::new));
        nouns.put("resume", new Noun(ResumeCommand.class, ResumeCommand::new));
        nouns.put("watch", new Noun(WatchCommand.class, WatchCommand::new));
        nouns.put("tools", new Noun(Tools.class, () -> Tools.commandLine(System.getenv())));
        return nouns;
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
