/** How answers are written: as a table for people, as JSON or YAML for programs. */
@NullMarked
package network.opencharging.cli.output;

import org.jspecify.annotations.NullMarked;
