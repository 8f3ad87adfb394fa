package network.opencharging.node.config;

import network.opencharging.node.operate.StartRefused;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.io.DefaultResourceLoader;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Puts the jars of the plug-in folder on a class path behind the node's own, before anything is
 * wired, so that Spring Boot finds their auto-configurations. The node's classes keep their own
 * loader, and with it the cache that they were trained for.
 */
final class PluginFolder implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {
    private static final Logger LOG = LoggerFactory.getLogger(PluginFolder.class);
    private static final String SETTING = "ocn.plugins.folder";

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        String folder = event.getEnvironment().getProperty(SETTING, "");
        if (folder.isBlank()) {
            return;
        }
        List<Path> jars = jars(Path.of(folder));
        ClassLoader parent = event.getSpringApplication().getClassLoader();
        URLClassLoader behind =
                new URLClassLoader(
                        "plug-ins",
                        jars.stream().map(PluginFolder::url).toArray(URL[]::new),
                        parent);
        event.getSpringApplication().setResourceLoader(new DefaultResourceLoader(behind));
        Thread.currentThread().setContextClassLoader(behind);
        LOG.info("plug-ins of {}: {}", folder, jars.stream().map(Path::getFileName).toList());
    }

    private static List<Path> jars(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new StartRefused(
                    "ocn.plugins.folder (OCN_NODE_PLUGINS) must be a folder, and %s is none: make"
                                    .formatted(folder)
                            + " it, or leave the setting empty.");
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
        } catch (IOException e) {
            throw new StartRefused("The plug-in folder " + folder + " cannot be read.", e);
        }
    }

    private static URL url(Path jar) {
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException("a file has a URL: " + jar, e);
        }
    }
}
