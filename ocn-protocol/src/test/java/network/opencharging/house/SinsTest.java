package network.opencharging.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

/**
 * A rule that nobody has seen red is no rule: each one here meets a module that breaks it, and only
 * it.
 */
class SinsTest {
    @TempDir Path folder;
    private PlantedModule module;

    @BeforeEach
    void aModuleWithoutSin() {
        module =
                new PlantedModule(folder)
                        .withRoom("sin")
                        .withRoom("sin.cellar")
                        .withRoom("sin.attic")
                        .with(
                                "sin.cellar.Coal",
                                "package sin.cellar;\n\npublic record Coal(int pieces) {}\n");
    }

    private static House house() {
        return House.of("sin").room("").room("cellar").room("attic", "cellar");
    }

    @Test
    void aModuleWithoutSinBreaksNoRule() {
        assertThat(module.broken(house())).isEmpty();
    }

    @Test
    void aCircleInTheTableIsRefused() {
        House circular = House.of("sin").room("").room("cellar", "attic").room("attic", "cellar");
        assertThat(module.broken(circular)).containsExactly("the table of rooms has no circle");
    }

    @Test
    void aClassOutsideTheListedRoomsIsRefused() {
        module.withRoom("sin.shed")
                .with("sin.shed.Rake", "package sin.shed;\n\nrecord Rake() {}\n");
        assertThat(module.broken(house())).containsExactly("every class lives in a listed room");
    }

    @Test
    void anImportAgainstTheDirectionIsRefused() {
        module.with("sin.attic.Roof", "package sin.attic;\n\npublic record Roof() {}\n")
                .with(
                        "sin.cellar.Ladder",
                        """
                        package sin.cellar;

                        import sin.attic.Roof;

                        record Ladder(Roof to) {}
                        """);
        assertThat(module.broken(house()))
                .containsExactly("rooms import only what the table allows");
    }

    @Test
    void aRoomWhoseNameOnlyEndsAlikeIsAnotherRoom() {
        module.withRoom("sin.attic.cellar")
                .with("sin.attic.cellar.Box", "package sin.attic.cellar;\n\nrecord Box() {}\n");
        assertThat(module.broken(house())).containsExactly("every class lives in a listed room");
    }

    @Test
    void aNameThatTellsAKindOfClassIsRefused() {
        module.with("sin.attic.RoofManager", "package sin.attic;\n\nrecord RoofManager() {}\n");
        assertThat(module.broken(house())).containsExactly("names say things, not kinds of class");
    }

    @Test
    void readingTheClockIsRefused() {
        module.with(
                "sin.attic.Sundial",
                """
                package sin.attic;

                import java.time.Instant;

                record Sundial() {
                    Instant read() {
                        return Instant.now();
                    }
                }
                """);
        assertThat(module.broken(house())).containsExactly("time and ids come in by constructor");
        assertThat(module.broken(house().edge("attic"))).isEmpty();
    }

    @Test
    void readingAGivenClockIsAllowed() {
        module.with(
                "sin.attic.Sundial",
                """
                package sin.attic;

                import java.time.Clock;
                import java.time.Instant;

                record Sundial(Clock clock) {
                    Instant read() {
                        return Instant.now(clock);
                    }
                }
                """);
        assertThat(module.broken(house())).isEmpty();
    }

    @Test
    void rollingAnIdByMethodReferenceIsRefused() {
        module.with(
                "sin.attic.Dice",
                """
                package sin.attic;

                import java.util.UUID;
                import java.util.function.Supplier;

                record Dice() {
                    Supplier<UUID> roll() {
                        return UUID::randomUUID;
                    }
                }
                """);
        assertThat(module.broken(house())).containsExactly("time and ids come in by constructor");
    }

    @Test
    void aPackageThatDoesNotTellItsPurposeIsRefused() {
        module.with(
                "sin.attic.package-info",
                "@NullMarked\npackage sin.attic;\n\nimport org.jspecify.annotations.NullMarked;\n");
        assertThat(module.broken(house()))
                .containsExactly("every package says its purpose and is null-marked");
    }

    @Test
    void aPackageThatIsNotNullMarkedIsRefused() {
        module.with("sin.attic.package-info", "/** A room. */\npackage sin.attic;\n");
        assertThat(module.broken(house()))
                .containsExactly("every package says its purpose and is null-marked");
    }

    @Test
    void aMethodOverBudgetIsRefusedUnlessExcusedWithAReason() {
        module.with(
                "sin.attic.Stairs",
                "package sin.attic;\n\nrecord Stairs() {\n    int climb(int step) {\n"
                        + "        step++;\n".repeat(40)
                        + "        return step;\n    }\n}\n");
        String budget = "files, methods and parameter lists keep their budget";
        assertThat(module.broken(house())).containsExactly(budget);
        assertThat(module.broken(house().excuse("Stairs.java#climb", "a long way up"))).isEmpty();
    }

    @Test
    void anExcuseThatNothingNeedsIsRefused() {
        assertThat(module.broken(house().excuse("Coal.java", "no reason left")))
                .containsExactly("files, methods and parameter lists keep their budget");
    }

    @Test
    void sevenParametersAreRefused() {
        module.with(
                "sin.attic.Cupboard",
                """
                package sin.attic;

                record Cupboard() {
                    void fill(int a, int b, int c, int d, int e, int f, int g) {}
                }
                """);
        assertThat(module.broken(house()))
                .containsExactly("files, methods and parameter lists keep their budget");
    }

    @Test
    void aFileOverBudgetIsRefused() {
        module.with(
                "sin.attic.Diary",
                "package sin.attic;\n\nrecord Diary() {\n"
                        + "    // one more day\n".repeat(300)
                        + "}\n");
        assertThat(module.broken(house()))
                .containsExactly("files, methods and parameter lists keep their budget");
    }

    @Test
    void anUnformattedSourceIsRefused() {
        module.with("sin.attic.Mess", "package sin.attic;\n\nrecord Mess( ){}\n");
        assertThat(module.broken(house())).containsExactly("sources are formatted");
    }

    @Test
    void aLibraryIsSeenOnlyBehindItsDoor() {
        module.with(
                "sin.attic.Wire",
                "package sin.attic;\n\nimport java.net.Socket;\n\nrecord Wire(Socket end) {}\n");
        assertThat(module.broken(house().only("java.net", "cellar")))
                .containsExactly("java.net stays behind its doors");
        assertThat(module.broken(house().only("java.net", "attic"))).isEmpty();
    }

    @Test
    void anExceptionIsCaughtOnlyInItsRoom() {
        module.with(
                        "sin.cellar.Fire",
                        """
                        package sin.cellar;

                        public class Fire extends RuntimeException {
                            private static final long serialVersionUID = 1L;
                        }
                        """)
                .with(
                        "sin.attic.Bucket",
                        """
                        package sin.attic;

                        import sin.cellar.Fire;

                        record Bucket() {
                            boolean pour(Runnable work) {
                                try {
                                    work.run();
                                    return true;
                                } catch (Fire fire) {
                                    return false;
                                }
                            }
                        }
                        """);
        assertThat(module.broken(house().catchesOnly("Fire", "cellar")))
                .containsExactly("Fire is caught in one room only");
        assertThat(module.broken(house().catchesOnly("Fire", "attic"))).isEmpty();
    }

    @Test
    void aModuleWithoutClassesIsNotGreenByAccident() {
        PlantedModule empty = new PlantedModule(folder.resolve("nothing"));
        assertThatThrownBy(() -> House.of("sin").room("").rules(folder.resolve("nothing")).toList())
                .hasMessageContaining("no classes");
        assertThat(empty.folder()).doesNotExist();
    }
}
