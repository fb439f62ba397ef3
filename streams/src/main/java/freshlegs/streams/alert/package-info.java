/** When the evidence agrees: status, latches and explained episodes. */
@NullMarked
package freshlegs.streams.alert;

import org.jspecify.annotations.NullMarked;
