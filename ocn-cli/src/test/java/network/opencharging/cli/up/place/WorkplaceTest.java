package network.opencharging.cli.up.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import network.opencharging.tools.terminal.Failure;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

class WorkplaceTest {
    @TempDir Path folder;

    @Test
    void aSecondNetworkIsToldWhereTheFirstOneIs() throws IOException {
        try (Workplace first = Workplace.take(folder, "process 42, nodes at http://here")) {
            assertThat(first.folder()).isEqualTo(folder);
            assertThatThrownBy(() -> Workplace.take(folder, "second"))
                    .isInstanceOf(Failure.class)
                    .hasMessageContaining("process 42, nodes at http://here")
                    .hasMessageContaining("--dir");
        }
    }

    @Test
    void afterTheFirstHasEndedTheFolderIsFreeAndEmpty() throws IOException {
        try (Workplace first = Workplace.take(folder, "first")) {
            Files.createDirectories(first.folder().resolve("north"));
            Files.writeString(first.folder().resolve("north/node.log"), "old");
        }

        try (Workplace second = Workplace.take(folder, "second")) {
            assertThat(second.folder().resolve("north")).doesNotExist();
        }
    }

    @Test
    void theLogsStayWhenTheNetworkEnds() throws IOException {
        try (Workplace first = Workplace.take(folder, "first")) {
            Files.writeString(first.folder().resolve("node.log"), "to be read");
        }

        assertThat(folder.resolve("node.log")).hasContent("to be read");
    }

    @Test
    void aProcessThatOutlivedItsNetworkIsEndedByTheNext() throws Exception {
        Process orphan = new ProcessBuilder("sleep", "600").start();
        Workplace killed = Workplace.take(folder, "killed");
        killed.note(orphan.pid());
        String noted = Files.readString(folder.resolve("processes"));
        killed.close();
        // What a killed process leaves: the note, but no lock.
        Files.writeString(folder.resolve("processes"), noted + "half a li");

        try (Workplace next = Workplace.take(folder, "next")) {
            assertThat(next.folder()).isEqualTo(folder);
            assertThat(orphan.waitFor(10, TimeUnit.SECONDS)).isTrue();
        } finally {
            orphan.destroyForcibly();
        }
    }

    @Test
    void aProcessThatOnlyHasTheSameNumberIsLeftAlone() throws Exception {
        Process stranger = new ProcessBuilder("sleep", "600").start();
        Files.createFile(folder.resolve("lock"));
        Files.writeString(folder.resolve("processes"), stranger.pid() + " 2001-01-01T00:00:00Z\n");

        try (Workplace next = Workplace.take(folder, "next")) {
            assertThat(next.folder()).isEqualTo(folder);
            assertThat(stranger.waitFor(300, TimeUnit.MILLISECONDS)).isFalse();
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void aFolderThatHoldsSomethingElseIsNeitherUsedNorEmptied() throws IOException {
        Path thesis = Files.writeString(folder.resolve("thesis.txt"), "years of work");

        assertThatThrownBy(() -> Workplace.take(folder, "words"))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("not of 'ocn up'")
                .hasMessageContaining("--dir");
        assertThat(thesis).hasContent("years of work");
    }

    @Test
    void aFolderThatCannotBeMadeIsToldWithTheReason() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThatThrownBy(() -> Workplace.take(file, "words"))
                .isInstanceOf(Failure.class)
                .hasMessageContaining(file + " cannot be used (it is a file)")
                .hasMessageContaining("--dir");
        assertThatThrownBy(() -> Workplace.take(file.resolve("below"), "words"))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("Not a directory");
    }
}
