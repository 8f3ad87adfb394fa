package network.opencharging.cpo.trial;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Called from within a process that may die, before and after every commit and send: see {@link
 * Instrumented}. Dies at the point that the file {@code arm} names, and writes which one it was.
 */
public final class CrashPoint {
    private static final Path FOLDER = Path.of(System.getProperty("crash.folder", "."));
    private static final ThreadLocal<Boolean> CHANGED = ThreadLocal.withInitial(() -> false);
    private static int passed;
    private static int deadly;

    private CrashPoint() {}

    /** A transaction that changed something is about to be written. */
    public static void beforeCommit() {
        pass("before commit");
        CHANGED.set(true);
    }

    /** A session of the database has ended a transaction, perhaps one that changed nothing. */
    public static void afterCommit() {
        if (CHANGED.get()) {
            CHANGED.set(false);
            pass("after commit");
        }
    }

    /** PostgreSQL is about to be told something. */
    public static void beforeWrite() {
        pass("before write");
    }

    /** It is told. */
    public static void afterWrite() {
        pass("after write");
    }

    /** A message is about to be sent. */
    public static void beforeSend() {
        pass("before send");
    }

    /** It is sent. */
    public static void afterSend() {
        pass("after send");
    }

    private static synchronized void pass(String what) {
        Path arm = FOLDER.resolve("arm");
        if (!Files.exists(arm)) {
            return;
        }
        try {
            if (deadly == 0) {
                deadly = Integer.parseInt(Files.readString(arm).strip());
                passed = 0;
            }
            passed++;
            if (passed == deadly) {
                Files.writeString(FOLDER.resolve("died"), what);
                Runtime.getRuntime().halt(137);
            }
            Files.writeString(FOLDER.resolve("passed"), String.valueOf(passed));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
