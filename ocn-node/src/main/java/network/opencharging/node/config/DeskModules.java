package network.opencharging.node.config;

import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The modules that the node's own desks serve under addresses that have the shape of a forwarded
 * message: {@code /ocpi/receiver/{version}/ocnrules}.
 */
final class DeskModules {
    private static final int MODULE = 4;

    private DeskModules() {}

    static Set<String> of(RequestMappingHandlerMapping desks) {
        return desks.getHandlerMethods().keySet().stream()
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .flatMap(pattern -> module(pattern).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Optional<String> module(String pattern) {
        List<String> segments = List.of(pattern.split("/"));
        boolean shaped =
                segments.size() > MODULE
                        && segments.get(1).equals("ocpi")
                        && segments.subList(2, MODULE).stream()
                                .anyMatch(side -> side.equals("sender") || side.equals("receiver"));
        return shaped ? Optional.of(segments.get(MODULE)) : Optional.empty();
    }
}
