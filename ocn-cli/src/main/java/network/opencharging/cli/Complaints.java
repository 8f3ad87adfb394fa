package network.opencharging.cli;

import network.opencharging.registry.chain.rpc.RpcException;
import network.opencharging.registry.contract.NotARegistry;
import network.opencharging.tools.terminal.Failure;

import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

import java.io.PrintWriter;
import java.util.function.BooleanSupplier;

/** Says what went wrong in one sentence; the stack trace only for those who ask. */
record Complaints(BooleanSupplier debug) implements IExecutionExceptionHandler {
    @Override
    public int handleExecutionException(
            Exception trouble, CommandLine command, ParseResult parsed) {
        PrintWriter err = command.getErr();
        if (isExpected(trouble)) {
            err.println("ocn: " + trouble.getMessage());
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
            default -> Failure.FAILED;
        };
    }

    /** Whose message is meant for the person at the terminal. */
    private static boolean isExpected(Exception trouble) {
        return trouble instanceof Failure
                || trouble instanceof RpcException
                || trouble instanceof NotARegistry;
    }
}
