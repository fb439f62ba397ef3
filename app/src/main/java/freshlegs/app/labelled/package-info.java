/** Squads whose truth is known: the rows that any laboratory can bring, and the facts that follow from them. */
@NullMarked
package freshlegs.app.labelled;

import org.jspecify.annotations.NullMarked;
