package network.opencharging.house;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Small by budget: how long a file and a method may be, and how many parameters a method may take.
 */
record Budget(int fileLines, int methodLines, int parameters) {

    static Budget house() {
        return new Budget(300, 40, 6);
    }

    /**
     * One line {@code File.java: why} or {@code File.java#method: why} for everything over the
     * budget.
     */
    List<String> over(List<Path> files) {
        if (files.isEmpty()) {
            return List.of();
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> found = new ArrayList<>();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task =
                    (JavacTask)
                            compiler.getTask(
                                    null,
                                    manager,
                                    null,
                                    List.of(),
                                    null,
                                    manager.getJavaFileObjectsFromPaths(files));
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            for (CompilationUnitTree unit : task.parse()) {
                inspect(unit, positions, found);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private void inspect(CompilationUnitTree unit, SourcePositions positions, List<String> found) {
        String file = Path.of(unit.getSourceFile().getName()).getFileName().toString();
        LineMap lines = unit.getLineMap();
        long last = lines.getLineNumber(Math.max(0, positions.getEndPosition(unit, unit)));
        if (last > fileLines) {
            found.add(file + ": " + last + " lines");
        }
        new TreeScanner<@Nullable Object, @Nullable Object>() {
            @Override
            public @Nullable Object visitMethod(MethodTree method, @Nullable Object unused) {
                String place = file + "#" + method.getName();
                long length =
                        lines.getLineNumber(positions.getEndPosition(unit, method))
                                - lines.getLineNumber(positions.getStartPosition(unit, method))
                                + 1;
                if (positions.getEndPosition(unit, method) >= 0 && length > methodLines) {
                    found.add(place + ": " + length + " lines");
                }
                if (method.getParameters().size() > parameters) {
                    found.add(place + ": " + method.getParameters().size() + " parameters");
                }
                return super.visitMethod(method, unused);
            }
        }.scan(unit, null);
    }
}
