package network.opencharging.cpo.trial;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** Classes through which every commit and every send goes, with a crash point before and after. */
final class Instrumented {
    private static final ClassDesc POINT = ClassDesc.of(CrashPoint.class.getName());
    private static final MethodTypeDesc NOTHING = MethodTypeDesc.of(ConstantDescs.CD_void);
    private final Path folder;

    Instrumented(Path folder) {
        this.folder = folder;
    }

    /** Writes them where they are found before the true ones. */
    void write() throws IOException {
        write("org.h2.mvstore.tx.TransactionStore", "commit", "beforeCommit", "");
        write("org.h2.engine.SessionLocal", "commit", "", "afterCommit");
        // A statement outside of a transaction is one; within it, it is a point more.
        write("org.postgresql.jdbc.PgConnection", "commit", "beforeWrite", "afterWrite");
        write(
                "org.postgresql.jdbc.PgPreparedStatement",
                "executeUpdate",
                "beforeWrite",
                "afterWrite");
        write("org.postgresql.jdbc.PgStatement", "executeBatch", "beforeWrite", "afterWrite");
        sends("network.opencharging.cpo.ocpp.door.SocketWire", "send");
        sends("network.opencharging.cpo.plug.broker.PlugSession", "publish");
        // Partners: what is told them, and what their questions are answered with.
        sends("network.opencharging.bridge.call.Timely", "send");
        sends("network.opencharging.bridge.http.BridgeDoor", "write");
    }

    private void sends(String name, String method) throws IOException {
        write(name, method, "beforeSend", "afterSend");
    }

    private void write(String name, String method, String before, String after) throws IOException {
        String file = name.replace('.', '/') + ".class";
        byte[] original;
        try (InputStream in =
                Objects.requireNonNull(
                        Instrumented.class.getClassLoader().getResourceAsStream(file), file)) {
            original = in.readAllBytes();
        }
        int[] found = {0};
        ClassFile classes = ClassFile.of();
        byte[] changed =
                classes.transformClass(
                        classes.parse(original),
                        ClassTransform.transformingMethods(
                                one -> one.methodName().equalsString(method),
                                (builder, element) -> {
                                    if (element instanceof CodeModel code) {
                                        found[0]++;
                                        builder.transformCode(code, new Calls(before, after));
                                    } else {
                                        builder.with(element);
                                    }
                                }));
        if (found[0] == 0) {
            throw new IllegalStateException("%s has no method %s".formatted(name, method));
        }
        Path target = folder.resolve(file);
        Files.createDirectories(Objects.requireNonNull(target.getParent()));
        Files.write(target, changed);
    }

    private record Calls(String before, String after) implements CodeTransform {
        @Override
        public void atStart(CodeBuilder builder) {
            call(builder, before);
        }

        @Override
        public void accept(CodeBuilder builder, CodeElement element) {
            if (element instanceof ReturnInstruction) {
                call(builder, after);
            }
            builder.with(element);
        }

        private static void call(CodeBuilder builder, String name) {
            if (!name.isEmpty()) {
                builder.invokestatic(POINT, name, NOTHING);
            }
        }
    }
}
