package freshlegs.streams.season;

import freshlegs.model.topic.Topic;

/** Where what the season says goes. */
interface Results {
    <V> void publish(Topic<V> topic, String key, V result);

    void retract(Topic<?> topic, String key);
}
