/** What an installation of so many athletes needs, worked out from measured costs. */
@NullMarked
package freshlegs.bench.capacity;

import org.jspecify.annotations.NullMarked;
