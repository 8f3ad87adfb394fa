package network.opencharging.node.config;

import org.springframework.beans.factory.BeanClassLoaderAware;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.context.annotation.DeferredImportSelector;
import org.springframework.core.type.AnnotationMetadata;

/**
 * The auto-configurations of plug-ins, after everything of the node's own: whatever lies on the
 * path besides the framework's, which {@link NodeApplication} names.
 */
final class PluggedConfigurations implements DeferredImportSelector, BeanClassLoaderAware {
    private ClassLoader loader = PluggedConfigurations.class.getClassLoader();

    @Override
    public void setBeanClassLoader(ClassLoader given) {
        loader = given;
    }

    @Override
    public String[] selectImports(AnnotationMetadata application) {
        return ImportCandidates.load(AutoConfiguration.class, loader).getCandidates().stream()
                .filter(name -> !name.startsWith("org.springframework."))
                .toArray(String[]::new);
    }
}
