/** What the season says of an athlete's days: trends, status, episodes, prescriptions, file outcomes. */
@NullMarked
package freshlegs.model.result;

import org.jspecify.annotations.NullMarked;
