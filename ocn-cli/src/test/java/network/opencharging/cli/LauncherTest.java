package network.opencharging.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

import javax.tools.ToolProvider;

/** The script at the root, in a project of its own whose Maven is a script too. */
class LauncherTest {
    @TempDir Path temp;

    private Path project;
    private Path programs;
    private Path built;

    @BeforeEach
    void makeAProjectInAFolderWithABlank() throws IOException {
        project = Files.createDirectories(temp.resolve("my project"));
        programs = Files.createDirectories(temp.resolve("programs"));
        built = temp.resolve("built");
        Files.copy(Path.of("../ocn"), project.resolve("ocn"));
        assertThat(project.resolve("ocn").toFile().setExecutable(true)).isTrue();
        Files.writeString(project.resolve("pom.xml"), "<project/>");
        for (String module :
                List.of(
                        "ocn-protocol",
                        "registry-contracts",
                        "ocn-node",
                        "ocn-bridge",
                        "ocn-tools",
                        "ocn-cli",
                        "werenode-cpo")) {
            Files.createDirectories(project.resolve(module).resolve("src/main/java"));
        }
        echoJar(temp.resolve("echo.jar"));
        script(
                "mvn",
                """
                echo "$@" >> '%s'
                mkdir -p ocn-cli/target ocn-node/target/app werenode-cpo/target
                cp '%s' ocn-cli/target/ocn.jar
                touch ocn-node/target/app/ocn-node.jar werenode-cpo/target/werenode-cpo-1-app.jar
                """
                        .formatted(built, temp.resolve("echo.jar")));
    }

    @Test
    void theFirstStartBuildsWithOneLineAndPassesTheArgumentsOn() throws Exception {
        Ran ran = run(Map.of(), "up", "two words");

        assertThat(ran.exit()).isEqualTo(7);
        assertThat(ran.out()).isEqualTo("[up][two words] in " + project.toRealPath() + "\n");
        assertThat(ran.err().lines()).hasSize(1);
        assertThat(ran.err()).startsWith("ocn: building").contains("done in");
        assertThat(built)
                .hasContent("-q -B -DskipTests -pl ocn-cli,ocn-node,werenode-cpo -am package");
    }

    @Test
    void whatIsBuiltIsNotBuiltAgainUntilASourceChanges() throws Exception {
        assertThat(run(Map.of()).err()).contains("building");
        assertThat(run(Map.of()).err()).isEmpty();

        Path source = project.resolve("ocn-tools/src/main/java/Changed.java");
        Files.writeString(source, "class Changed {}");
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(2)));

        assertThat(run(Map.of()).err()).contains("building");
    }

    @Test
    void aBackendThatIsMissingIsBuilt() throws Exception {
        assertThat(run(Map.of()).err()).contains("building");
        Files.delete(project.resolve("werenode-cpo/target/werenode-cpo-1-app.jar"));

        assertThat(run(Map.of()).err()).contains("building");
    }

    @Test
    void aChangedTestIsNoReasonToBuild() throws Exception {
        assertThat(run(Map.of()).err()).contains("building");
        Path test = Files.createDirectories(project.resolve("ocn-tools/src/test/java"));
        Files.writeString(test.resolve("NewTest.java"), "class NewTest {}");
        Files.setLastModifiedTime(
                test.resolve("NewTest.java"), FileTime.from(Instant.now().plusSeconds(2)));

        assertThat(run(Map.of()).err()).isEmpty();
    }

    @Test
    void aFailedBuildShowsItsLastLinesAndWhereTheLogIs() throws Exception {
        script("mvn", "echo 'something is wrong'; exit 1");

        Ran ran = run(Map.of());

        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.err()).contains("something is wrong").contains("ocn-build.log");
    }

    @Test
    void withoutMavenItSaysSo() throws Exception {
        Files.delete(programs.resolve("mvn"));

        Ran ran = run(Map.of("PATH", programs + ":" + onlyBasics()));

        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.err()).contains("there is no mvn on the PATH");
    }

    @Test
    void withoutTheJdkItSaysSo() throws Exception {
        Path launcher = project.resolve("ocn");
        Files.writeString(launcher, Files.readString(launcher).replace("feature=25", "feature=99"));

        Ran ran = run(Map.of());

        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.err())
                .isEqualTo(
                        "ocn: a JDK 99 is needed and none was found: install one, or set JAVA_HOME"
                                + " to one.\n");
    }

    @Test
    void whoForbidsBuildingIsToldWhatIsMissing() throws Exception {
        Ran ran = run(Map.of("OCN_BUILD", "never"));

        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.err()).contains("nothing is built yet");
        assertThat(built).doesNotExist();
    }

    @Test
    void itWorksThroughASymbolicLinkFromAnotherFolder() throws Exception {
        Path link = Files.createSymbolicLink(temp.resolve("link"), project.resolve("ocn"));

        Ran ran = runProgram(link, Map.of(), "x");

        assertThat(ran.out()).isEqualTo("[x] in " + project.toRealPath() + "\n");
    }

    private record Ran(int exit, String out, String err) {}

    private Ran run(Map<String, String> environment, String... arguments) throws Exception {
        return runProgram(project.resolve("ocn"), environment, arguments);
    }

    private Ran runProgram(Path program, Map<String, String> environment, String... arguments)
            throws Exception {
        Path out = temp.resolve("out");
        Path err = temp.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(program.toString());
        builder.command().addAll(List.of(arguments));
        builder.directory(temp.toFile()).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().put("PATH", programs + ":" + System.getenv("PATH"));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().remove("OCN_BUILD");
        builder.environment().putAll(environment);
        int exit = builder.start().waitFor();
        return new Ran(exit, Files.readString(out), Files.readString(err));
    }

    private void script(String name, String text) throws IOException {
        Path file = programs.resolve(name);
        Files.writeString(file, "#!/bin/sh\n" + text);
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    /** A folder with what the script itself needs, and no Maven. */
    private Path onlyBasics() throws IOException {
        Path basics = Files.createDirectories(temp.resolve("basics"));
        for (String name :
                List.of("dirname", "readlink", "grep", "find", "head", "mkdir", "cat", "rm")) {
            Path program = basics.resolve(name);
            boolean usr = Files.isExecutable(Path.of("/usr/bin", name));
            String real = (usr ? "/usr/bin/" : "/bin/") + name;
            Files.writeString(program, "#!/bin/sh\nexec " + real + " \"$@\"\n");
            assertThat(program.toFile().setExecutable(true)).isTrue();
        }
        return basics;
    }

    /** A program that prints its arguments and where the launcher says the project is. */
    private void echoJar(Path jar) throws IOException {
        Path source =
                Files.writeString(
                        temp.resolve("Echo.java"),
                        """
                        public class Echo {
                            public static void main(String[] args) {
                                StringBuilder line = new StringBuilder();
                                for (String arg : args) {
                                    line.append('[').append(arg).append(']');
                                }
                                System.out.println(line + " in " + System.getProperty("ocn.home"));
                                System.exit(7);
                            }
                        }
                        """);
        int compiled =
                ToolProvider.getSystemJavaCompiler()
                        .run(null, null, null, "-proc:none", source.toString());
        assertThat(compiled).isZero();
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, "Echo");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest)) {
            out.putNextEntry(new JarEntry("Echo.class"));
            Files.copy(temp.resolve("Echo.class"), out);
        }
    }
}
