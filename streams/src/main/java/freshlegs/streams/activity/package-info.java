/** What one activity amounts to for the one who did it: its kind, hard or easy, fade, bests, efficiency. */
@NullMarked
package freshlegs.streams.activity;

import org.jspecify.annotations.NullMarked;
