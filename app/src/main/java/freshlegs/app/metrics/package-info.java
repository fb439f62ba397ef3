/** What a process lets be seen of itself: its metrics, whether its parts live, whether it can do its work. */
@NullMarked
package freshlegs.app.metrics;

import org.jspecify.annotations.NullMarked;
