/** YAML in which every value knows its line, and every mistake is told with path and line. */
@NullMarked
package network.opencharging.tools.yaml;

import org.jspecify.annotations.NullMarked;
