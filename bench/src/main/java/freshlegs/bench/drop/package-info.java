/** Watch files dropped into the running product. */
@NullMarked
package freshlegs.bench.drop;

import org.jspecify.annotations.NullMarked;
