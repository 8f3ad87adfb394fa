package network.opencharging.house;

import com.tngtech.archunit.core.importer.ClassFileImporter;

import org.junit.jupiter.api.DynamicTest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A small module of base package {@code sin}, written to a folder and compiled there. */
record PlantedModule(Path folder) {

    /** Writes one source file; the path is told by its package and the name of its class. */
    PlantedModule with(String type, String source) {
        Path file = folder.resolve("src/main/java").resolve(type.replace('.', '/') + ".java");
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** A package that is told and marked as the house wants it. */
    PlantedModule withRoom(String name) {
        return with(
                name + ".package-info",
                """
                /** A room. */
                @NullMarked
                package %s;

                import org.jspecify.annotations.NullMarked;
                """
                        .formatted(name));
    }

    /** The names of the house's rules that this module breaks. */
    Set<String> broken(House house) {
        Path classes = compile();
        Set<String> broken = new TreeSet<>();
        house.rules(new ClassFileImporter().importPath(classes), folder)
                .filter(PlantedModule::fails)
                .forEach(rule -> broken.add(rule.getDisplayName()));
        return broken;
    }

    private static boolean fails(DynamicTest rule) {
        try {
            rule.getExecutable().execute();
            return false;
        } catch (AssertionError expected) {
            return true;
        } catch (Throwable unexpected) {
            throw new IllegalStateException(rule.getDisplayName(), unexpected);
        }
    }

    private Path compile() {
        Path classes = folder.resolve("target/classes");
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            Files.createDirectories(classes);
            List<String> options = new ArrayList<>(List.of("-d", classes.toString()));
            options.addAll(List.of("-proc:none", "-cp", System.getProperty("java.class.path")));
            boolean compiled =
                    compiler.getTask(
                                    null,
                                    files,
                                    null,
                                    options,
                                    null,
                                    files.getJavaFileObjectsFromPaths(new Sources(folder).files()))
                            .call();
            if (!compiled) {
                throw new IllegalStateException("the planted module must compile");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return classes;
    }
}
