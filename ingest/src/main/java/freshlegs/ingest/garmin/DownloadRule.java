package freshlegs.ingest.garmin;

import java.net.InetAddress;
import java.net.URI;
import java.util.Optional;

/** From where files may be fetched; a notification could name any address. */
interface DownloadRule {
    /** The address, or nothing when nothing may be fetched from it. */
    Optional<URI> allowed(String address);

    /** Whether a connection that was made to this address may be used. */
    boolean mayTalkTo(InetAddress address);
}
