/** The topic contracts: names, keys, partitions, serialisation. The only package of the model that knows Kafka. */
@NullMarked
package freshlegs.model.topic;

import org.jspecify.annotations.NullMarked;
