package freshlegs.coach.channel;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** One request that tells somebody something; its body is for the receiver's eyes alone. */
public final class Post {
    private final URI address;
    private final String type;
    private final byte[] body;
    private final Map<String, String> headers;

    Post(URI address, String type, byte[] body, Map<String, String> headers) {
        this.address = address;
        this.type = type;
        this.body = body.clone();
        this.headers = Map.copyOf(headers);
    }

    static Post ofText(URI address, String type, String body, Map<String, String> headers) {
        return new Post(address, type, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    Post with(Map<String, String> headers) {
        return new Post(address, type, body, headers);
    }

    public URI address() {
        return address;
    }

    public String type() {
        return type;
    }

    public byte[] body() {
        return body.clone();
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    public Map<String, String> headers() {
        return headers;
    }
}
