package freshlegs.ingest.original;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A bucket of an object storage that speaks S3, and who we are there. Objects are named {@code prefix} and the hash of their content.
 * Without an {@code endpoint} it is the region's own of Amazon. {@code encryption} is what the storage is asked for with each object.
 */
public record Bucket(
        Name name,
        Optional<URI> endpoint,
        String region,
        boolean pathStyle,
        String key,
        String secret,
        Optional<String> encryption) {
    public Bucket {
        if (key.isBlank() || secret.isBlank()) {
            throw new IllegalArgumentException("a bucket needs a key and its secret");
        }
    }

    /** A bucket and what the names of all objects in it begin with: nothing, or something that ends in a slash. */
    public record Name(String bucket, String prefix) {
        private static final Pattern ADDRESS = Pattern.compile(
                "s3://([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:/((?:[A-Za-z0-9._-]+/)*[A-Za-z0-9._-]+)?/?)?");

        /** Of such as {@code s3://bucket/prefix}. */
        public static Name of(String address) {
            Matcher parts = ADDRESS.matcher(address);
            if (!parts.matches()) {
                throw new IllegalArgumentException("give folder, or a bucket such as s3://bucket/prefix");
            }
            return new Name(parts.group(1), parts.group(2) == null ? "" : parts.group(2) + "/");
        }

        @Override
        public String toString() {
            return "s3://" + bucket + "/" + prefix;
        }
    }

    /** Secrets stay unsaid. */
    @Override
    public String toString() {
        return name + endpoint.map(where -> " at " + where).orElse("");
    }
}
