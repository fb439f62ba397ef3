package freshlegs.coach;

import java.net.URI;
import java.util.Optional;

/**
 * How the console is reached from other machines: the address under which people open it, if there is one, and whether a proxy stands
 * before it that says truly, in {@code X-Forwarded-For} and {@code X-Forwarded-Proto}, who asks and how.
 */
public record Outside(Optional<URI> address, boolean proxied) {
    /** Not by way of anything. */
    public static Outside none() {
        return new Outside(Optional.empty(), false);
    }
}
