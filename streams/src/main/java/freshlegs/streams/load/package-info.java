/** What a session costs the athlete whose heart, pace and effort are known: physiology and training load. */
@NullMarked
package freshlegs.streams.load;

import org.jspecify.annotations.NullMarked;
