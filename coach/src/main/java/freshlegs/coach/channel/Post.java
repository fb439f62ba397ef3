package freshlegs.coach.channel;

import java.net.URI;
import java.util.Map;

/** One request that tells somebody something. */
public record Post(URI address, String type, String body, Map<String, String> headers) {
    public Post {
        headers = Map.copyOf(headers);
    }
}
