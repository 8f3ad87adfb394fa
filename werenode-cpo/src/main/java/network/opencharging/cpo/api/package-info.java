/** What is told outside of the page: a query language for reading, and what everybody may know. */
@NullMarked
package network.opencharging.cpo.api;

import org.jspecify.annotations.NullMarked;
