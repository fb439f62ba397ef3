/**
 * Synthetic squads whose truth is known, drawn from a mixture that was fixed before any detector was tried on it
 * ({@link freshlegs.app.world.Mixture}), and the folder of tables in which they and those of others stand.
 */
@NullMarked
package freshlegs.app.world;

import org.jspecify.annotations.NullMarked;
