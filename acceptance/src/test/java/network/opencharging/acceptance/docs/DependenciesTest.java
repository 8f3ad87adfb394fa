package network.opencharging.acceptance.docs;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.acceptance.dsl.Project;
import network.opencharging.tools.json.JsonText;

import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import javax.xml.parsers.DocumentBuilderFactory;

/** Every direct dependency has its line in {@code docs/dependencies.md}. */
class DependenciesTest {
    private static final String OURS = "network.opencharging";

    @Test
    void everyDependencyOfEveryPomHasItsLine() throws Exception {
        String page = Committed.text(Project.root().resolve("docs/dependencies.md"));
        Set<String> untold = new TreeSet<>();
        List<Path> poms =
                Committed.files().stream().filter(file -> file.endsWith("pom.xml")).toList();
        assertThat(poms).hasSizeGreaterThan(8);
        for (Path pom : poms) {
            for (String name : direct(pom)) {
                if (!page.contains("`" + name + "`")) {
                    untold.add(name + " of " + Committed.name(pom));
                }
            }
        }
        assertThat(untold).as("dependencies without a line in docs/dependencies.md").isEmpty();
    }

    /** What a pom itself names as dependency or annotation processor; managed versions are none. */
    private static List<String> direct(Path pom) throws Exception {
        Document document =
                DocumentBuilderFactory.newDefaultInstance()
                        .newDocumentBuilder()
                        .parse(pom.toFile());
        List<String> names = new ArrayList<>();
        for (String list : List.of("dependencies", "annotationProcessorPaths")) {
            var lists = document.getElementsByTagName(list);
            for (int i = 0; i < lists.getLength(); i++) {
                if (!isManaged(lists.item(i))) {
                    names.addAll(foreign((Element) lists.item(i)));
                }
            }
        }
        return names;
    }

    private static List<String> foreign(Element list) {
        List<String> names = new ArrayList<>();
        var groups = list.getElementsByTagName("groupId");
        for (int i = 0; i < groups.getLength(); i++) {
            Node parent = groups.item(i).getParentNode();
            if (parent instanceof Element element
                    && list.isSameNode(element.getParentNode())
                    && !text(element, "groupId").equals(OURS)) {
                names.add(text(element, "groupId") + ":" + text(element, "artifactId"));
            }
        }
        return names;
    }

    private static boolean isManaged(Node element) {
        Node parent = element.getParentNode();
        return parent != null
                && (parent.getNodeName().equals("dependencyManagement") || isManaged(parent));
    }

    private static String text(Element element, String tag) {
        return element.getElementsByTagName(tag).item(0).getTextContent().strip();
    }

    @Test
    void everyNpmPackageHasItsLine() {
        Path manifest = Project.root().resolve("registry-contracts/package.json");
        String page = Committed.text(Project.root().resolve("docs/dependencies.md"));
        var packages = JsonText.object(Committed.text(manifest));
        Set<String> untold = new TreeSet<>();
        for (String kind : List.of("dependencies", "devDependencies", "optionalDependencies")) {
            packages.path(kind)
                    .propertyNames()
                    .forEach(name -> {
                        if (!page.contains(name.substring(name.indexOf('/') + 1))) {
                            untold.add(name);
                        }
                    });
        }
        assertThat(untold).isEmpty();
    }
}
