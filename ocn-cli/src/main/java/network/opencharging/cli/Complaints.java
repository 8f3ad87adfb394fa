package network.opencharging.cli;

import network.opencharging.registry.chain.rpc.ChainUnreachable;
import network.opencharging.registry.chain.rpc.RpcException;
import network.opencharging.registry.contract.NotARegistry;
import network.opencharging.tools.terminal.Failure;

import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.function.BooleanSupplier;

/** Says what went wrong in one sentence; the stack trace only for those who ask. */
record Complaints(BooleanSupplier debug) implements IExecutionExceptionHandler {
    @Override
    public int handleExecutionException(
            Exception trouble, CommandLine command, ParseResult parsed) {
        PrintWriter err = command.getErr();
        if (isExpected(trouble)) {
            err.println("ocn: " + trouble.getMessage() + cure(trouble));
        } else if (trouble instanceof FileSystemException file) {
            err.println("ocn: " + sentence(file));
        } else {
            err.println(
                    "ocn: unexpected trouble ("
                            + trouble
                            + "); run again with --debug to see where.");
        }
        if (debug.getAsBoolean()) {
            trouble.printStackTrace(err);
        }
        err.flush();
        return switch (trouble) {
            case Failure failure -> failure.exitCode();
            case RpcException _, NotARegistry _ -> Failure.ENVIRONMENT;
            case FileSystemException _ -> Failure.USAGE;
            default -> Failure.FAILED;
        };
    }

    private static String cure(Exception trouble) {
        return trouble instanceof ChainUnreachable
                ? ". Check --network and --rpc; a network on this machine is started with  ocn up"
                : "";
    }

    private static String sentence(FileSystemException trouble) {
        return switch (trouble) {
            case NoSuchFileException _ ->
                    "There is no file or folder %s.".formatted(trouble.getFile());
            case AccessDeniedException _ ->
                    "%s may not be read or written here: look at its permissions, or name another."
                            .formatted(trouble.getFile());
            default ->
                    "%s cannot be used (%s): name another."
                            .formatted(trouble.getFile(), trouble.getReason());
        };
    }

    /** Whose message is meant for the person at the terminal. */
    private static boolean isExpected(Exception trouble) {
        return trouble instanceof Failure
                || trouble instanceof RpcException
                || trouble instanceof NotARegistry;
    }
}
