package network.opencharging.cli;

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
        if (trouble instanceof Failure failure) {
            err.println("ocn: " + failure.getMessage());
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
        return trouble instanceof Failure failure ? failure.exitCode() : Failure.FAILED;
    }
}
