/** Ways by which people are told: where each goes, and what is written there. Nothing here sends. */
@NullMarked
package freshlegs.coach.channel;

import org.jspecify.annotations.NullMarked;
