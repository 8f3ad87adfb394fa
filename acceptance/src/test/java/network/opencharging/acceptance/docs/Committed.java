package network.opencharging.acceptance.docs;

import network.opencharging.acceptance.dsl.Project;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The files that belong to the project: everything but what builds and editors leave. */
final class Committed {
    private static final Set<String> LEFT_BY_TOOLS =
            Set.of(".git", "target", "node_modules", ".ocn", ".idea", ".vscode", ".settings");

    private Committed() {}

    static List<Path> files() {
        List<Path> found = new ArrayList<>();
        try {
            Files.walkFileTree(
                    Project.root(),
                    new SimpleFileVisitor<>() {
                        @Override
                        public FileVisitResult preVisitDirectory(
                                Path folder, BasicFileAttributes attributes) {
                            return LEFT_BY_TOOLS.contains(folder.getFileName().toString())
                                    ? FileVisitResult.SKIP_SUBTREE
                                    : FileVisitResult.CONTINUE;
                        }

                        @Override
                        public FileVisitResult visitFile(
                                Path file, BasicFileAttributes attributes) {
                            // In a work tree of its own, git keeps a file of that name instead.
                            if (attributes.isRegularFile() && !file.endsWith(".git")) {
                                found.add(file);
                            }
                            return FileVisitResult.CONTINUE;
                        }
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found.stream().sorted().toList();
    }

    /** The pages that people read. */
    static List<Path> pages() {
        return files().stream().filter(file -> file.toString().endsWith(".md")).toList();
    }

    static String name(Path file) {
        return Project.root().relativize(file).toString();
    }

    /** As text; what is no text becomes characters that match nothing. */
    static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
