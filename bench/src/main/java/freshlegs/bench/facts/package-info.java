/** Made-up histories, as large as asked for and always the same for a seed. */
@NullMarked
package freshlegs.bench.facts;

import org.jspecify.annotations.NullMarked;
