package freshlegs.streams.season;

import freshlegs.model.topic.Topic;
import java.util.Optional;

/** One result on its way to its topic; without a message what was told before is taken back. */
record Result(Topic<?> topic, Optional<Object> message) {}
