/** How today compares with the athlete's own past: five kinds of evidence, each on its own chart. */
@NullMarked
package freshlegs.streams.signal;

import org.jspecify.annotations.NullMarked;
