/**
 * What a backoffice must answer, one small interface a module and side: whole, checked objects, a
 * context, and nothing of HTTP.
 */
@NullMarked
package network.opencharging.bridge.backoffice;

import org.jspecify.annotations.NullMarked;
