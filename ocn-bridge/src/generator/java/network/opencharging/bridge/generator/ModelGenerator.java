package network.opencharging.bridge.generator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.annotation.processing.SupportedOptions;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.StandardLocation;

/**
 * Writes one Java source for every type of the model files.
 *
 * <p>It is run by javac itself, as an annotation processor that waits for no annotation: so the
 * model exists after a plain {@code mvn compile}, without another plugin and without another JVM.
 * The option {@code model.files} names the folder of the model files.
 */
@SupportedAnnotationTypes("*")
@SupportedOptions("model.files")
public final class ModelGenerator extends AbstractProcessor {
    private static final String ROOM = "network.opencharging.bridge.model.";

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        if (round.processingOver()) {
            Path files = Path.of(required("model.files"));
            try {
                write("v221", "2.2.1", Files.readString(files.resolve("ocpi-2.2.1.json")));
                write("v230", "2.3.0", Files.readString(files.resolve("ocpi-2.3.0-core.json")));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return false;
    }

    private String required(String option) {
        Map<String, String> options = processingEnv.getOptions();
        String value = options.get(option);
        if (value == null) {
            throw new IllegalArgumentException("-A" + option + "=FOLDER is missing");
        }
        return value;
    }

    private void write(String folder, String version, String json) throws IOException {
        ModelFile file = ModelFile.parse(json);
        String room = ROOM + folder;
        for (ModelFile.EnumType type : file.enums()) {
            save(room, type.name(), new EnumSource(room, version, type).text());
        }
        for (ModelFile.ObjectType type : file.objects()) {
            save(room, type.name(), new RecordSource(room, version, file, type).text());
        }
        save(room, "Model", new CatalogueSource(room, version, file).text());
    }

    private void save(String room, String name, String text) throws IOException {
        if (!text.equals(saved(room, name))) {
            // As a resource: javac would want to compile a source now, and its room is not there
            // yet. What is unchanged is left alone, and so is what Maven has compiled from it.
            try (Writer out =
                    processingEnv
                            .getFiler()
                            .createResource(StandardLocation.SOURCE_OUTPUT, room, name + ".java")
                            .openWriter()) {
                out.write(text);
            }
        }
    }

    private String saved(String room, String name) throws IOException {
        try {
            return processingEnv
                    .getFiler()
                    .getResource(StandardLocation.SOURCE_OUTPUT, room, name + ".java")
                    .getCharContent(true)
                    .toString();
        } catch (NoSuchFileException e) {
            return "";
        }
    }
}
