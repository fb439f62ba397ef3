/** Folders of watch files folded in memory, without Kafka and PostgreSQL: what the season says of a history that somebody has. */
@NullMarked
package freshlegs.app.files;

import org.jspecify.annotations.NullMarked;
