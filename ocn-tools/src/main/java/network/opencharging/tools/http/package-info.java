/** Plain HTTP with sockets: a small server, a small client, requests and answers as values. */
@NullMarked
package network.opencharging.tools.http;

import org.jspecify.annotations.NullMarked;
