/** Kafka Connect: our topics as records with a schema, for sinks of every kind. */
@NullMarked
package freshlegs.connect;

import org.jspecify.annotations.NullMarked;
