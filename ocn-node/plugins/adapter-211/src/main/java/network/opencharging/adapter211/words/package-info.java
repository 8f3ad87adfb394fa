/**
 * Objects of OCPI 2.1.1 in the words of 2.2.1 and back: tables of what has another name, another
 * value or no counterpart. Numbers keep their text; what is in neither version travels as it is.
 */
@NullMarked
package network.opencharging.adapter211.words;

import org.jspecify.annotations.NullMarked;
