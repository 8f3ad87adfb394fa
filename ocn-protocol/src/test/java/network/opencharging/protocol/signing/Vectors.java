package network.opencharging.protocol.signing;

import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.json.JsonReader;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** The file of signatures that the published implementations made, each with its own verdict. */
final class Vectors {
    private static final String FILE = "notary-vectors.json";

    private final Json.Obj root;

    private Vectors(Json.Obj root) {
        this.root = root;
    }

    static Vectors read() {
        try (InputStream in = Objects.requireNonNull(Vectors.class.getResourceAsStream(FILE))) {
            return new Vectors((Json.Obj) JsonReader.standard().read(in.readAllBytes()).orThrow());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Json.Obj> list(String name) {
        return objects(root, name);
    }

    Json.Obj object(String name) {
        return root.objectOf(name).orElseThrow();
    }

    static List<Json.Obj> objects(Json.Obj parent, String name) {
        Json.Arr array = (Json.Arr) parent.member(name).orElseThrow();
        return array.items().stream().map(Json.Obj.class::cast).toList();
    }

    static String text(Json.Obj parent, String... path) {
        Json.Obj at = parent;
        for (int i = 0; i < path.length - 1; i++) {
            at = at.objectOf(path[i]).orElseThrow();
        }
        return at.textOf(path[path.length - 1]).orElseThrow();
    }

    static SignedValues values(String text) {
        return new SignedValues((Json.Obj) JsonReader.standard().read(text).orThrow());
    }
}
